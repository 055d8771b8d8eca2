// How long after the click the first sample is captured, with warm devices.
import type { OnRecord } from '../../contract/ipc.ts';
import { test } from '../support/app.ts';
import { report } from '../support/bench-report.ts';
import { captureWindow } from '../support/launch.ts';
import { bothSidesLive, bothTalk, recordedFor, stop } from '../support/story.ts';

const runs = 11;

test('start', async ({ bench }) => {
  const { electron, window } = await bench.open();
  await bothTalk(bench.sound);
  await bothSidesLive(window);
  const page = await captureWindow(electron);
  const started: number[] = [];
  const bare: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    // When the app says that it records, the timeline runs: the first sample is no later than that.
    const answer = window.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const { onRecord } = globalThis as unknown as { onRecord: OnRecord };
          let clickedAtMs = 0;
          document.addEventListener('pointerdown', () => (clickedAtMs = performance.now()), {
            once: true,
            capture: true,
          });
          const end = onRecord.listen('recording:changed', ({ recording }) => {
            if (recording.phase !== 'recording') return;
            end();
            resolve(performance.now() - clickedAtMs);
          });
        }),
    );
    await window.getByRole('button', { name: 'Record a call' }).click();
    started.push(await answer);
    await recordedFor(window, 1);
    await stop(window);
    bare.push(
      await page.evaluate(async () => {
        const askedAtMs = performance.now();
        const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
        const recorder = new MediaRecorder(stream);
        const began = new Promise((resolve) => recorder.addEventListener('start', resolve));
        recorder.start();
        await began;
        const tookMs = performance.now() - askedAtMs;
        recorder.stop();
        stream.getTracks().forEach((track) => track.stop());
        return tookMs;
      }),
    );
  }
  await report('start to first sample', {
    measured: { name: 'click until the app records', values: started, unit: 'ms' },
    baseline: { name: 'bare getUserMedia and MediaRecorder until it starts', values: bare, unit: 'ms' },
    goal: 'at most 150 ms',
  });
});
