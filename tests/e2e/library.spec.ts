// The library is plain files: the app finds what is there, changes what it is told to, and leaves alone what it cannot read.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Call } from '../../contract/call.ts';
import { callsOnDisk, expect, test } from '../support/app.ts';
import { look } from '../support/look.ts';
import { makeCall, makeMark } from '../support/make-call.ts';
import { makeOgg } from '../support/make-ogg.ts';
import type { Page } from '@playwright/test';

async function put(library: string, call: Call): Promise<string> {
  const folder = join(library, 'calls', call.startedAt.slice(0, 4), call.id);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'call.json'), JSON.stringify(call));
  return folder;
}

async function found(window: Page, words: string) {
  await window.getByRole('link', { name: /^Calls/ }).click();
  await window.getByRole('searchbox', { name: 'Search calls' }).fill(words);
  return window.getByRole('list', { name: 'Calls' }).getByRole('listitem');
}

test('calls that another machine put into the folder are found at the next start', async ({ bench }) => {
  await put(
    bench.library,
    makeCall({ company: 'Förde Energie', marks: [makeMark({ kind: 'reference', text: 'FE-77' })] }),
  );
  const { window } = await bench.open();
  await expect(await found(window, 'forde')).toHaveCount(1);
  await expect(await found(window, 'fe-77')).toHaveCount(1);
});

test('a lost index comes back from the folders, a damaged one too, and the same calls are found', async ({
  bench,
}) => {
  for (const company of ['Northwind', 'Contoso', 'Fabrikam']) await put(bench.library, makeCall({ company }));
  const first = await bench.open();
  await expect(await found(first.window, '')).toHaveCount(3);
  await first.quit();
  const index = join(bench.profile, 'index.sqlite');
  for (const harm of [
    () => rm(index),
    () => writeFile(index, 'not a database at all, and longer than a header would be'),
  ]) {
    await harm();
    await Promise.all(['-wal', '-shm'].map((end) => rm(index + end, { force: true })));
    const next = await bench.open();
    await expect(await found(next.window, 'contoso')).toHaveCount(1);
    await expect(await found(next.window, '')).toHaveCount(3);
    await next.quit();
  }
});

test('a call that cannot be read is shown as such and left untouched', async ({ bench }) => {
  await put(bench.library, makeCall({ company: 'Northwind' }));
  const broken = makeCall({ company: 'Contoso' });
  const folder = await put(bench.library, broken);
  await writeFile(join(folder, 'call.json'), '{ "format": 1, "id": ');
  const { window } = await bench.open();
  await expect(await found(window, '')).toHaveCount(1);
  await expect(window.getByText(/cannot be read/i).first()).toBeVisible();
  expect(await readFile(join(folder, 'call.json'), 'utf8')).toBe('{ "format": 1, "id": ');
});

test('what is edited on a call is saved as it is typed, and can be undone', async ({ bench }) => {
  const mark = makeMark({
    kind: 'promise',
    text: 'Refund',
    fromMs: 500,
    toMs: 1_500,
    promise: { who: '', due: null, amount: null, status: 'open', decidedAt: null },
  });
  const call = makeCall({ company: 'Northwind', durationMs: 3_000, marks: [mark] });
  const folder = await put(bench.library, call);
  await writeFile(join(folder, 'audio.ogg'), await makeOgg(folder, 3));
  const onDisk = async () => (await callsOnDisk(bench.library))[0]!.call;
  const { window } = await bench.open();
  await (await found(window, 'refund')).first().click();

  await window.getByRole('textbox', { name: 'Notes' }).fill('Called twice about this.');
  await expect.poll(async () => (await onDisk()).notes).toBe('Called twice about this.');
  await window.getByRole('combobox', { name: 'Outcome' }).selectOption('Follow-up');
  await expect.poll(async () => (await onDisk()).outcome).toBe('follow-up');
  await window.getByRole('textbox', { name: 'Company' }).fill('Northwind Telecom');
  await expect.poll(async () => (await onDisk()).company).toBe('Northwind Telecom');

  const marks = window.getByRole('list', { name: 'Marks' });
  await marks.getByRole('button', { name: /Edit the words/ }).click();
  await window.keyboard.press('Control+A');
  await window.keyboard.type('Refund of 120 euros');
  await window.keyboard.press('Enter');
  await expect.poll(async () => (await onDisk()).marks[0]?.text).toBe('Refund of 120 euros');
  await marks.getByRole('button', { name: /Remove mark/ }).click();
  await expect.poll(async () => (await onDisk()).marks.length).toBe(0);
  await window.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(async () => (await onDisk()).marks[0]?.text).toBe('Refund of 120 euros');

  // One history for the whole screen: what was changed in three places goes back and comes again in order.
  await window.getByRole('slider', { name: 'Place in the call' }).focus();
  // The mark taken away, brought back by the message, and its words before that.
  for (let presses = 0; presses < 3; presses += 1) await window.keyboard.press('Control+z');
  await expect.poll(async () => (await onDisk()).marks[0]?.text).toBe('Refund');
  for (let presses = 0; presses < 2; presses += 1) await window.keyboard.press('Control+z');
  await expect
    .poll(onDisk)
    .toMatchObject({ company: 'Northwind', outcome: null, notes: 'Called twice about this.' });
  for (let presses = 0; presses < 4; presses += 1) await window.keyboard.press('Control+Shift+z');
  await expect.poll(async () => (await onDisk()).marks.length).toBe(0);
  await window.keyboard.press('Control+Shift+z');
  await expect.poll(async () => (await onDisk()).marks[0]?.text).toBe('Refund of 120 euros');
  expect(await onDisk()).toMatchObject({
    company: 'Northwind Telecom',
    outcome: 'follow-up',
    marks: [{ promise: mark.promise }],
  });
  await expect(await found(window, 'euros')).toHaveCount(1);
});

test('a waveform whose peaks are lost is measured again from the sound', async ({ bench }) => {
  const folder = await put(bench.library, makeCall({ company: 'Northwind', durationMs: 3_000 }));
  await writeFile(join(folder, 'audio.ogg'), await makeOgg(folder, 3));
  const { window } = await bench.open();
  await (await found(window, 'northwind')).first().click();
  await expect(window.getByRole('region', { name: 'Waveform' })).toBeVisible();
  await expect
    .poll(() =>
      readFile(join(folder, 'peaks.bin')).then(
        (peaks) => peaks.length,
        () => 0,
      ),
    )
    .toBeGreaterThan(590);
  const peaks = await readFile(join(folder, 'peaks.bin'));
  expect(peaks.length).toBeLessThanOrEqual(602);
  expect(Math.min(...peaks.subarray(20, 500))).toBeGreaterThan(10); // both tones sound all the time
});

test('calls are filtered by outcome and by date', async ({ bench }) => {
  await put(
    bench.library,
    makeCall({ company: 'Old', startedAt: '2024-02-03T10:00:00.000Z', outcome: 'resolved' }),
  );
  await put(
    bench.library,
    makeCall({ company: 'New', startedAt: new Date().toISOString(), outcome: 'unresolved' }),
  );
  const { window } = await bench.open();
  const calls = await found(window, '');
  await expect(calls).toHaveCount(2);
  await window.getByLabel('Outcome').selectOption('Resolved');
  await expect(calls).toHaveCount(1);
  await expect(calls.first()).toContainText('Old');
  await window.getByLabel('Outcome').selectOption('Any outcome');
  await window.getByLabel('Date', { exact: true }).selectOption('Last 7 days');
  await expect(calls).toHaveCount(1);
  await expect(calls.first()).toContainText('New');
});

test('what another machine writes into an open call and what is changed here are both kept', async ({
  bench,
}) => {
  const call = makeCall({ company: 'Northwind', notes: 'As it was.' });
  const folder = await put(bench.library, call);
  const { window } = await bench.open();
  await (await found(window, 'northwind')).first().click();
  const notes = window.getByRole('textbox', { name: 'Notes' });
  await expect(notes).toHaveValue('As it was.');

  const elsewhere = { ...call, revision: 4, notes: 'Written elsewhere.', shelf: 'theirs' };
  await writeFile(join(folder, 'call.json'), JSON.stringify(elsewhere));
  await window.getByRole('combobox', { name: 'Outcome' }).selectOption('Resolved');
  await expect(notes).toHaveValue('Written elsewhere.');
  await expect
    .poll(async () => JSON.parse(await readFile(join(folder, 'call.json'), 'utf8')) as unknown)
    .toMatchObject({ revision: 5, notes: 'Written elsewhere.', outcome: 'resolved', shelf: 'theirs' });
});

for (const [what, signal] of [
  ['a call whose picture is lost says that it is being made, and shows it then', 'SIGCONT'],
  ['the window that makes the picture dies: the one after it makes it', 'SIGKILL'],
] as const) {
  test(what, async ({ bench }) => {
    const folder = await put(bench.library, makeCall({ company: 'Northwind', durationMs: 6_000 }));
    await writeFile(join(folder, 'audio.ogg'), await makeOgg(folder, 6));
    const { electron, window } = await bench.open();
    // The window that hears measures the sound: it is stopped for as long as the words are looked for.
    const hearing = await electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()
        .find((one) => one.webContents.getURL().endsWith('/capture.html'))!
        .webContents.getOSProcessId(),
    );
    process.kill(hearing, 'SIGSTOP');
    await (await found(window, 'northwind')).first().click();
    const words = window.getByText('The picture of this call is being made.', { exact: false });
    await expect(words).toBeVisible();
    if (signal === 'SIGCONT') await look(window, 'wave-being-made');
    process.kill(hearing, signal);
    await expect(words).toHaveCount(0);
    await expect(window.getByRole('slider', { name: 'Place in the call' })).toBeVisible();
    expect((await readFile(join(folder, 'peaks.bin'))).length).toBeGreaterThan(1_000);
  });
}

test('what was missed in the call is marked while listening to it, and found from then on', async ({
  bench,
}) => {
  const folder = await put(bench.library, makeCall({ company: 'Northwind', durationMs: 6_000 }));
  await writeFile(join(folder, 'audio.ogg'), await makeOgg(folder, 6));
  const { window } = await bench.open();
  await (await found(window, 'northwind')).first().click();
  await expect(window.getByText('No moment of this call is marked yet.', { exact: false })).toBeVisible();
  await window.getByRole('slider', { name: 'Place in the call' }).press('ArrowUp');
  await window.getByRole('button', { name: 'Mark here: Reference no.' }).press('Enter');
  await window.getByRole('textbox', { name: 'Which number did they give?' }).pressSequentially('NW-2093-881');
  await window.keyboard.press('Enter');
  const marks = async () =>
    (JSON.parse(await readFile(join(folder, 'call.json'), 'utf8')) as { marks: unknown[] }).marks;
  // Five seconds in, where the playing stands still: the mark begins there, and ends with the call.
  await expect
    .poll(marks)
    .toMatchObject([{ kind: 'reference', text: 'NW-2093-881', fromMs: 5_000, toMs: 6_000 }]);
  await look(window, 'marked-while-listening');
  await expect(await found(window, 'ref:nw-2093')).toHaveCount(1);
});
