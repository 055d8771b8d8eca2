// A recording that was forgotten: the app asks, calmly, and never ends it by itself.
import { callsOnDisk, expect, test } from '../support/app.ts';
import { look } from '../support/look.ts';
import { bothSidesLive, bothTalk, record, recordedFor, timerSeconds } from '../support/story.ts';

test('when both sides have gone quiet it asks whether the call is over, and only the user ends it', async ({
  bench,
}) => {
  const askAfterMs = 4_000;
  const { electron, window } = await bench.open({ env: { ONRECORD_ASK_AFTER_MS: String(askAfterMs) } });
  await electron.evaluate(({ Notification }) => {
    const shown: string[] = [];
    Object.assign(globalThis, { shown });
    Notification.isSupported = () => true;
    Notification.prototype.show = function (this: Electron.Notification) {
      shown.push(this.title);
    };
  });
  const notified = () => electron.evaluate(() => (globalThis as unknown as { shown: string[] }).shown.length);
  const question = window.getByRole('region', { name: 'Question about the call' });
  const asked = question.getByText('Are you still on the call?');
  await bothTalk(bench.sound);
  await bothSidesLive(window);
  await record(window);

  await test.step('not while somebody speaks', async () => {
    await recordedFor(window, 6);
    await expect(asked).toBeHidden();
  });

  await test.step('after both are quiet; and "Keep recording" settles it', async () => {
    await bench.sound.stopAll();
    await expect(asked).toBeVisible({ timeout: 15_000 });
    await look(window, 'still-there');
    await question.getByRole('button', { name: 'Keep recording' }).click();
    await expect(asked).toBeHidden();
    await expect(window.getByRole('button', { name: 'Stop', exact: false }).first()).toBeVisible();
  });

  await test.step('a voice and another quiet stretch make it ask again, and a voice takes it back', async () => {
    await bothTalk(bench.sound);
    await recordedFor(window, (await timerSeconds(window)) + 3);
    await bench.sound.stopAll();
    await expect(asked).toBeVisible({ timeout: 15_000 });
    await bothTalk(bench.sound);
    await expect(asked).toBeHidden();
  });

  await test.step('as a notification when the window is hidden', async () => {
    const before = await notified();
    await electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()
        .find((one) => one.isVisible())
        ?.close(),
    );
    await bench.sound.stopAll();
    await expect.poll(notified, { timeout: 15_000 }).toBe(before + 1);
    await electron.evaluate(({ app }) => void app.emit('activate'));
  });

  await test.step('"Stop and save" stops and saves', async () => {
    expect(await callsOnDisk(bench.library)).toEqual([]);
    await question.getByRole('button', { name: 'Stop and save' }).click();
    await expect(window.getByRole('button', { name: 'Record a call' })).toBeVisible();
    await expect(asked).toBeHidden();
    const [saved] = await callsOnDisk(bench.library);
    expect(saved!.call.durationMs).toBeGreaterThan(20_000);
  });
});
