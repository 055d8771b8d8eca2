// How a call begins: what happens while its files are made is on record.
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openSettings } from '../../../../main/app/settings.ts';
import { systemClock } from '../../../../main/clock.ts';
import { beginCall } from '../../../../main/recording/begin-call.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

test('a source that becomes another while the files of the call are made is on record', async () => {
  const folder = await temporaryFolder();
  const settings = openSettings(folder, () => undefined).read;
  let label = 'Headset';
  const noted: string[] = [];
  const live = await beginCall(
    { company: '', mode: 'both', marks: [], kept: { fromMs: null, labels: {}, changes: [] } },
    {
      clock: systemClock,
      appVersion: '1',
      settings,
      newCallId: () => '20261123T140500Z-k7f3q2x9',
      callFolder(id) {
        queueMicrotask(() => (label = 'Webcam'));
        return join(folder, id);
      },
      sources: () => ({ you: { phase: 'live', label }, them: { phase: 'opening', label: 'Speakers' } }),
      made: () => undefined,
      noteSource: (side, from, to) => noted.push(`${side}: ${from} > ${to}`),
      whenReady: async () => undefined,
      begins: async () => undefined,
      sendBegin: () => undefined,
      changed: () => undefined,
      log: () => undefined,
    },
  );
  onTestFinished(() => live.discard());
  expect(live.call.source).toMatchObject({ you: 'Headset', them: '' });
  expect(noted).toEqual(['you: Headset > Webcam']);
});
