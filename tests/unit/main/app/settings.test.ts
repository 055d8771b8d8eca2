// Settings: what was chosen last is what holds and what is in the file; a broken file costs nothing but itself.
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markKinds } from '../../../../contract/call.ts';
import { recordingModes } from '../../../../contract/recording.ts';
import { themes, type Settings } from '../../../../contract/settings.ts';
import { openSettings, settingsPatchSchema } from '../../../../main/app/settings.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

async function aProfile(text?: string) {
  const profile = await temporaryFolder();
  const path = join(profile, 'settings.json');
  if (text !== undefined) await writeFile(path, text);
  const told: Settings[] = [];
  const open = () => openSettings(profile, (settings) => told.push(settings));
  return {
    profile,
    path,
    told,
    open,
    inFile: async () => JSON.parse(await readFile(path, 'utf8')) as Settings,
  };
}

test('a new profile has defaults for every kind of mark, and no file until something is chosen', async () => {
  const { profile, open } = await aProfile();
  const settings = open().read();
  expect(settings).toMatchObject({ microphone: null, output: null, mode: 'both', theme: 'system' });
  expect(Object.keys(settings.reachBackMs).sort()).toEqual([...markKinds].sort());
  expect(await readdir(profile)).toEqual([]);
});

test('what is chosen holds for the next start, is told, and leaves the rest as it was', async () => {
  const { told, open, inFile } = await aProfile();
  const before = open().read();
  const after = await open().change({ theme: 'dark', microphone: 'Headset' });
  expect(after).toEqual({ ...before, theme: 'dark', microphone: 'Headset' });
  expect(told).toEqual([after]);
  expect(await inFile()).toEqual(after);
  expect(open().read()).toEqual(after);
});

test('choices made in quick succession are all kept, in the file as on the screen', async () => {
  const { told, open, inFile } = await aProfile();
  const settings = open();
  for (let round = 0; round < 10; round += 1) {
    const patches = [
      { theme: 'dark' },
      { mode: 'microphone' },
      { output: `Dock ${round}` },
      { theme: 'light' },
    ] as const;
    await Promise.all(patches.map((patch) => settings.change(patch)));
    expect(settings.read()).toMatchObject({ theme: 'light', mode: 'microphone', output: `Dock ${round}` });
    expect(await inFile()).toEqual(settings.read());
    expect(told.at(-1)).toEqual(settings.read());
  }
});

test('what could not be written does not hold', async () => {
  const { profile, told, open } = await aProfile();
  const settings = open();
  await rm(profile, { recursive: true });
  await expect(settings.change({ theme: 'dark' })).rejects.toMatchObject({ code: 'library-unwritable' });
  expect(settings.read().theme).toBe('system');
  expect(told).toEqual([]);
  await mkdir(profile);
  await settings.change({ mode: 'microphone' });
  expect(open().read()).toMatchObject({ theme: 'system', mode: 'microphone' });
});

test.each(['', '{"theme":', '{"theme":"pink"}', '{"reachBackMs":{"promise":-1}}', '{"mode":null}'])(
  'a file that says %j is put aside as it was, and the defaults hold',
  async (text) => {
    const { profile, path, open } = await aProfile(text);
    const defaults = (await aProfile()).open().read();
    if (text.startsWith('[')) return expect(open().read()).toEqual(defaults);
    expect(open().read()).toEqual(defaults);
    expect(await readdir(profile)).toEqual(['settings.json.unreadable']);
    expect(await readFile(`${path}.unreadable`, 'utf8')).toBe(text);
  },
);

test('a setting that an older file does not have is at its default; the others are kept', async () => {
  const { open } = await aProfile('{"theme":"dark"}');
  expect(open().read()).toMatchObject({ theme: 'dark', mode: 'both' });
});

test('no sequence of choices that the door lets in makes a file that cannot be read', async () => {
  const label = fc.option(fc.string({ maxLength: 20 }));
  const patch = fc.record(
    {
      theme: fc.constantFrom(...themes),
      mode: fc.constantFrom(...recordingModes),
      microphone: label,
      output: label,
    },
    { requiredKeys: [] },
  );
  const { open } = await aProfile();
  await fc.assert(
    fc.asyncProperty(fc.array(patch, { maxLength: 3 }), async (patches) => {
      const settings = open();
      for (const one of patches) await settings.change(settingsPatchSchema.parse(one));
      expect(open().read()).toEqual(settings.read());
    }),
    { numRuns: 20 },
  );
});

test('a file that cannot be opened is not written over', async () => {
  const { path, told, open } = await aProfile();
  await mkdir(path); // what root may not open either
  const settings = open();
  expect(settings.read().theme).toBe('system');
  await expect(settings.change({ theme: 'dark' })).rejects.toMatchObject({ code: 'settings-unreadable' });
  expect(settings.read().theme).toBe('system');
  expect(told).toEqual([]);
  expect(await readdir(path)).toEqual([]);
});

test('how long calls are kept is not changed in passing: only by who was shown what it does', async () => {
  const { open } = await aProfile();
  const settings = open();
  expect(settings.read().keepCallsFor).toBeNull();
  await settings.change(settingsPatchSchema.parse({ keepCallsFor: { months: 6 }, theme: 'dark' }));
  expect(settings.read()).toMatchObject({ keepCallsFor: null, theme: 'dark' });
  await settings.change({ keepCallsFor: { months: 6 } });
  expect(open().read().keepCallsFor).toEqual({ months: 6 });
  await expect(settings.change({ keepCallsFor: { months: 0 } })).rejects.toThrow('months');
});

test('a file that makes no sense and cannot be put aside keeps nobody from starting, and is left alone', async () => {
  const { path, open } = await aProfile('{ "theme": ');
  await mkdir(join(`${path}.unreadable`, 'in the way'), { recursive: true });
  const settings = open();
  expect(settings.read()).toMatchObject({ theme: 'system' });
  await expect(settings.change({ theme: 'dark' })).rejects.toMatchObject({ code: 'settings-unreadable' });
  expect(await readFile(path, 'utf8')).toBe('{ "theme": ');
});
