// Recordings made elsewhere become calls: whole, with their own date, graded, and without ever leaving half of one behind.
import type { ElectronApplication, Page } from '@playwright/test';
import { createHash } from 'node:crypto';
import { chmod, copyFile, mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { OnRecord } from '../../contract/ipc.ts';
import { verifyCall } from '../../main/evidence/verify-call.ts';
import { callsOnDisk, expect, test } from '../support/app.ts';
import { look } from '../support/look.ts';
import { encoders, makeAmr, makeRecording, type Extension } from '../support/recordings.ts';
import { tones } from '../support/sound-server.ts';
import { until } from '../support/processes.ts';
import { heardIn, record, recordedFor, share, stop } from '../support/story.ts';

const strip = (window: Page) => window.getByRole('region', { name: 'Import' });
const outcome = (window: Page) =>
  window.getByRole('list', { name: 'Details of the import' }).getByRole('listitem');

/** Chooses in the system's own dialog, which no test can press: it answers `paths`. */
async function choose(
  electron: ElectronApplication,
  window: Page,
  what: 'files' | 'folder',
  paths: string[],
) {
  await electron.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths });
  }, paths);
  await window.getByRole('link', { name: /^Calls/ }).click();
  await window.getByRole('button', { name: 'Import…' }).click();
  await window.getByRole('button', { name: what === 'files' ? 'Files…' : 'A folder…' }).click();
}

/** As long as a long call, and quickly made. */
const makeLong = (path: string) => makeRecording(path, { seconds: 1_800, more: ['-ar', '8000', '-ac', '1'] });

async function recordingsFolder(library: string): Promise<string> {
  const folder = join(library, '..', 'phone');
  await mkdir(folder, { recursive: true });
  return folder;
}

test('every format becomes a call with the right tones on the right sides, its original kept and sealed', async ({
  bench,
}) => {
  const folder = await recordingsFolder(bench.library);
  const extensions = Object.keys(encoders) as Extension[];
  const made = new Map<string, Uint8Array>();
  await Promise.all(
    extensions.map(async (extension, at) => {
      const name = `20260412_1015${10 + at}.${extension}`;
      made.set(name, await makeRecording(join(folder, name)));
    }),
  );
  await writeFile(join(folder, '20260412_101509.amr'), makeAmr(2));
  const { electron, window } = await bench.open();
  await choose(electron, window, 'folder', [folder]);
  await expect(strip(window)).toContainText(`${extensions.length + 1} calls imported`, { timeout: 30_000 });

  const all = await callsOnDisk(bench.library);
  const amr = all.filter(({ call }) => call.source.file!.codec === 'AMR');
  expect(amr).toHaveLength(1);
  expect(amr[0]!.call).toMatchObject({ durationMs: 2000, source: { file: { voices: 'together' } } });
  const calls = all.filter((one) => one !== amr[0]);
  expect(calls).toHaveLength(extensions.length);
  for (const { folder: kept, call } of calls) {
    const { file } = call.source;
    const original = made.get(file!.name)!;
    expect(call.source.kind).toBe('imported');
    expect(file).toMatchObject({ channels: 2, voices: 'apart', dateFrom: 'name', bytes: original.length });
    expect(new Uint8Array(await readFile(join(kept, file!.kept)))).toEqual(original);
    expect(file!.sha256).toBe(createHash('sha256').update(original).digest('hex'));
    const heard = await heardIn(join(kept, 'audio.ogg'));
    expect(Math.abs(heard.durationMs - 3000), file!.name).toBeLessThan(80);
    expect(share(heard.you, tones.youHz), file!.name).toBeGreaterThan(0.9);
    expect(share(heard.them, tones.themHz), file!.name).toBeGreaterThan(0.9);
    expect(await verifyCall(kept)).toMatchObject({ verdict: 'unchanged' });
    expect((await readFile(join(kept, 'peaks.bin'))).length / 200).toBeCloseTo(3, 0);
  }
  expect(await readdir(bench.library)).not.toContain('.import');
});

test('a phone’s folder is imported with dates, names and numbers; what cannot be is refused by name and reason', async ({
  bench,
}) => {
  const folder = await recordingsFolder(bench.library);
  const bcr = join(folder, '20260412_101530.123-0400_in_+15550100_Somebody.opus');
  const whole = await makeRecording(bcr, { seconds: 3, channels: 'mono' });
  await writeFile(bcr.replace('.opus', '.json'), JSON.stringify(bcrSidecar));
  const tagged = join(folder, 'voice memo.m4a');
  await makeRecording(tagged, { seconds: 1, more: ['-metadata', 'creation_time=2026-03-01T08:30:00Z'] });
  const dated = join(folder, 'no date.wav');
  await makeRecording(dated, { seconds: 1 });
  await utimes(dated, new Date('2026-02-03T04:05:06Z'), new Date('2026-02-03T04:05:06Z'));
  await writeFile(join(folder, 'no date.json'), '{ "timestamp_unix_ms": "yester');
  const long = await makeRecording(join(folder, 'long.m4a'), { seconds: 2 });
  await writeFile(join(folder, 'cut.m4a'), long.subarray(0, Math.floor(long.length / 2)));
  await writeFile(
    join(folder, 'Call recording Contoso_260102_030405.opus'),
    whole.subarray(0, Math.floor(whole.length * 0.6)),
  );
  await writeFile(join(folder, 'empty.mp3'), '');
  await writeFile(join(folder, 'notes.mp3'), 'These are notes and no sound at all.');
  await writeFile(join(folder, 'old phone.wma'), Buffer.from('3026b2758e66cf11a6d900aa0062ce6c', 'hex'));
  await writeFile(join(folder, 'picture.jpg'), 'not looked at');
  const locked = join(folder, 'locked.mp3');
  await copyFile(bcr, locked);
  await chmod(locked, 0);

  const { electron, window } = await bench.open();
  await choose(electron, window, 'folder', [folder]);
  await expect(strip(window)).toContainText(/5 calls imported|6 calls imported/, { timeout: 30_000 });
  const said = (await outcome(window).allTextContents()).join('\n');
  expect(said).toMatch(/cut\.m4a.*says where to find its sound is missing/);
  expect(said).toMatch(/empty\.mp3.*empty/);
  expect(said).toMatch(/notes\.mp3.*not a recording/);
  expect(said).toMatch(/old phone\.wma.*Windows Media \(WMA\) cannot be read here\. Convert/);
  expect(said).toMatch(/no date\.wav.*Its date is the file’s own.*could not be understood/);
  expect(said).toMatch(/Contoso.*ends too early/);
  if (process.getuid?.() !== 0) expect(said).toMatch(/locked\.mp3.*cannot be opened/);
  expect(said).not.toContain('picture.jpg');
  await look(window, 'import-outcome');

  const byName = new Map((await callsOnDisk(bench.library)).map((one) => [one.call.source.file!.name, one]));
  const phone = byName.get('20260412_101530.123-0400_in_+15550100_Somebody.opus')!;
  expect(phone.call).toMatchObject({
    company: 'Northwind Telecom',
    phone: '+1 555-0100',
    startedAt: '2026-04-12T14:15:29.931Z',
    source: { file: { dateFrom: 'sidecar', channels: 1, voices: 'together', sidecar: { said: ['paused'] } } },
  });
  expect(JSON.parse(await readFile(join(phone.folder, 'original.json'), 'utf8'))).toEqual(bcrSidecar);
  const heard = await heardIn(join(phone.folder, 'audio.ogg'));
  expect(heard.you).toEqual(heard.them);
  expect(byName.get('voice memo.m4a')!.call).toMatchObject({
    startedAt: '2026-03-01T08:30:00.000Z',
    title: 'voice memo',
    source: { file: { dateFrom: 'tags' } },
  });
  expect(byName.get('no date.wav')!.call).toMatchObject({
    startedAt: '2026-02-03T04:05:06.000Z',
    source: { file: { dateFrom: 'modified' } },
  });
  expect(byName.get('Call recording Contoso_260102_030405.opus')!.call).toMatchObject({
    company: 'Contoso',
    source: { file: { dateFrom: 'name', cutShort: { promisedMs: null } } },
  });

  await strip(window).getByRole('button', { name: 'Close' }).click();
  await expect(strip(window)).toBeHidden();
  await look(window, 'import-list');
  await window.getByRole('link', { name: 'Northwind Telecom' }).click();
  await expect(window.getByText('Not captured by this app').first()).toBeVisible();
  await expect(window.getByText('One channel: both voices together.', { exact: false })).toBeVisible();
  await expect(window.getByRole('radio', { name: 'Them' })).toBeHidden();
  await look(window, 'imported-call');
});

test('the same recording is not imported twice, whatever it is called, and its call can be opened from there', async ({
  bench,
}) => {
  const folder = await recordingsFolder(bench.library);
  await makeRecording(join(folder, '20260412_101530_Northwind.mp3'), { seconds: 1 });
  await copyFile(join(folder, '20260412_101530_Northwind.mp3'), join(folder, 'a copy.mp3'));
  const { electron, window } = await bench.open();
  await choose(electron, window, 'folder', [folder]);
  await expect(strip(window)).toContainText('1 call imported');
  await expect(outcome(window)).toContainText(['Was imported before']);
  await window.getByRole('link', { name: 'Open the call: a copy.mp3' }).click();
  await expect(window.getByRole('region', { name: 'Waveform' })).toBeVisible();
  await choose(electron, window, 'files', [join(folder, 'a copy.mp3')]);
  await expect(strip(window)).toContainText('Nothing was imported');
  expect(await callsOnDisk(bench.library)).toHaveLength(1);
});

test('an import waits while a call is recorded, goes on after it, and can be cancelled with nothing half-made', async ({
  bench,
}) => {
  const folder = await recordingsFolder(bench.library);
  const names = ['20260101_000001.wav', '20260101_000002.wav', '20260101_000003.wav'];
  const long = await makeLong(join(folder, names[0]!));
  for (const [at, name] of names.entries())
    await writeFile(join(folder, name), Buffer.concat([long, Buffer.alloc(at)]));
  const { electron, window } = await bench.open();
  await choose(
    electron,
    window,
    'files',
    names.map((name) => join(folder, name)),
  );
  await expect(strip(window)).toContainText('Importing 1 of 3');
  await look(window, 'import-running');
  await record(window);
  await expect(strip(window)).toContainText('waits until your call is over');
  await recordedFor(window, 2);
  await look(window, 'import-held');
  const part = () => strip(window).getByRole('progressbar').getAttribute('value');
  const before = await part();
  await recordedFor(window, 3);
  expect(await part()).toBe(before);
  await stop(window);
  await expect(strip(window)).toContainText(/Importing \d of 3/);
  await window.getByRole('button', { name: 'Cancel import' }).click();
  await expect(strip(window)).toContainText('Import cancelled.');
  await until('nothing half-made is left', async () =>
    (await readdir(bench.library)).includes('.import') ? undefined : true,
  );
  const kinds = (await callsOnDisk(bench.library)).map(({ call }) => call.source.kind);
  expect(kinds.filter((kind) => kind === 'captured')).toHaveLength(1);
  expect(kinds.length).toBeLessThan(4);
});

test('a kill in the midst of an import leaves nothing of it, and the same file is imported at the next try', async ({
  bench,
}) => {
  const folder = await recordingsFolder(bench.library);
  const path = join(folder, '20260101_000001.wav');
  await makeLong(path);
  const first = await bench.open();
  await choose(first.electron, first.window, 'files', [path]);
  await until('sound has been written', async () => {
    const [host] = await readdir(join(bench.library, '.import')).catch(() => []);
    const [job] = host ? await readdir(join(bench.library, '.import', host)) : [];
    const sound =
      job && (await readFile(join(bench.library, '.import', host!, job, 'audio.ogg')).catch(() => null));
    return sound && sound.length > 20_000 ? true : undefined;
  });
  await first.kill();
  expect(await callsOnDisk(bench.library)).toEqual([]);
  await makeRecording(path, { seconds: 1 });
  const { electron, window } = await bench.open();
  expect(await readdir(bench.library)).not.toContain('.import');
  await choose(electron, window, 'files', [path]);
  await expect(strip(window)).toContainText('1 call imported');
  expect(await callsOnDisk(bench.library)).toHaveLength(1);
});

test('files that are dropped onto the window are imported, a page cannot name a path, and all of it works by keyboard', async ({
  bench,
}) => {
  const folder = await recordingsFolder(bench.library);
  const path = join(folder, '20260412_101530_Northwind.mp3');
  await makeRecording(path, { seconds: 1 });
  const { electron, window } = await bench.open();
  const refused = await window.evaluate(() => {
    const { onRecord } = globalThis as unknown as { onRecord: OnRecord };
    return Promise.resolve()
      .then(() => onRecord.ask('import:dropped', ['/etc']))
      .then(
        () => 'asked',
        () => 'not to be asked',
      );
  });
  expect(refused).toBe('not to be asked');

  await expect(window.getByRole('link', { name: /^Calls/ })).toBeVisible();
  const session = await window.context().newCDPSession(window);
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver'] as const)
    await session.send('Input.dispatchDragEvent', { type, x: 600, y: 400, data });
  await expect(window.getByText('Drop recordings here')).toBeVisible();
  await look(window, 'import-drop');
  await session.send('Input.dispatchDragEvent', { type: 'drop', x: 600, y: 400, data });
  await expect(strip(window)).toContainText('1 call imported');

  await window.getByRole('link', { name: /^Calls/ }).click();
  await window.getByRole('button', { name: 'Import…' }).focus();
  await window.keyboard.press('Enter');
  await expect(window.getByRole('button', { name: 'Files…' })).toBeFocused();
  await look(window, 'import-choose');
  await electron.evaluate(({ dialog }) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: ['/nowhere/gone.mp3'] });
  });
  await window.keyboard.press('Enter');
  await expect(outcome(window)).toContainText(['gone.mp3The file cannot be opened']);
  await strip(window).getByRole('button', { name: 'Close' }).focus();
  await window.keyboard.press('Enter');
  await expect(strip(window)).toBeHidden();
});

/** What BCR writes, with invented people. */
const bcrSidecar = {
  timestamp_unix_ms: Date.parse('2026-04-12T14:15:29.931Z'),
  timestamp: '2026-04-12T10:15:29.931-04:00',
  direction: 'out',
  sim_slot: 1,
  call_log_name: null,
  calls: [
    {
      phone_number: '+15550100',
      phone_number_formatted: '+1 555-0100',
      caller_name: null,
      contact_name: 'Northwind Telecom',
    },
  ],
  output: {
    format: {
      type: 'OGG/Opus',
      mime_type_container: 'audio/ogg',
      mime_type_audio: 'audio/opus',
      parameter_type: 'bitrate',
      parameter: 48000,
    },
    recording: {
      frames_total: 96000,
      frames_encoded: 48000,
      sample_rate: 48000,
      channel_count: 1,
      duration_secs_total: 2,
      duration_secs_encoded: 1,
      buffer_frames: 640,
      buffer_overruns: 0,
      was_ever_paused: true,
      was_ever_holding: false,
    },
  },
};
