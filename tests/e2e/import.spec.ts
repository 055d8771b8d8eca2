// Recordings made elsewhere become calls: whole, with their own date, graded, and without ever leaving half of one behind.
import type { ElectronApplication, Page } from '@playwright/test';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { verifyCall } from '../../main/evidence/verify-call.ts';
import { callsOnDisk, expect, test } from '../support/app.ts';
import { look } from '../support/look.ts';
import { encoders, makeRecording, type Extension } from '../support/recordings.ts';
import { tones } from '../support/sound-server.ts';
import { heardIn, share } from '../support/story.ts';

const strip = (window: Page) => window.getByRole('region', { name: 'Import' });
const outcome = (window: Page) => window.getByRole('list', { name: 'Details of the import' }).getByRole('listitem');

/** Chooses in the system's own dialog, which no test can press: it answers `paths`. */
async function choose(electron: ElectronApplication, window: Page, what: 'files' | 'folder', paths: string[]) {
  await electron.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths });
  }, paths);
  await window.getByRole('link', { name: /^Calls/ }).click();
  await window.getByRole('button', { name: 'Import…' }).click();
  await window.getByRole('button', { name: what === 'files' ? 'Choose files…' : 'Choose a folder…' }).click();
}

async function recordingsFolder(library: string): Promise<string> {
  const folder = join(library, '..', 'phone');
  await mkdir(folder, { recursive: true });
  return folder;
}

test('every format becomes a call with the right tones on the right sides, its original kept and sealed', async ({ bench }) => {
  const folder = await recordingsFolder(bench.library);
  const extensions = Object.keys(encoders) as Extension[];
  const made = new Map<string, Uint8Array>();
  for (const extension of extensions) {
    const name = `20260412_1015${10 + made.size}.${extension}`;
    made.set(name, await makeRecording(join(folder, name)));
  }
  const { electron, window } = await bench.open();
  await choose(electron, window, 'folder', [folder]);
  await expect(strip(window)).toContainText(`${extensions.length} calls imported`, { timeout: 30_000 });

  const calls = await callsOnDisk(bench.library);
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
