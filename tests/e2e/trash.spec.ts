// Out of the library and back: the trash, the line that stays of a call, and the rule for how long calls are kept.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Call } from '../../contract/call.ts';
import { caseFolder } from '../../main/library/case-file.ts';
import type { OnRecord } from '../../contract/ipc.ts';
import { callsOnDisk, expect, test } from '../support/app.ts';
import { look } from '../support/look.ts';
import { makeCall, makeMark, makePromise } from '../support/make-call.ts';
import { makeCase } from '../support/make-case.ts';
import { until } from '../support/processes.ts';

const dayMs = 24 * 3600 * 1000;
const withCleanUp = { env: { ONRECORD_AUTOSTART: '1' } };
const daysAgo = (days: number) => new Date(Date.now() - days * dayMs).toISOString();

async function put(library: string, call: Call, place = join('calls', call.startedAt.slice(0, 4))) {
  const folder = join(library, place, call.id);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'call.json'), JSON.stringify(call));
  return folder;
}
async function putInTrash(library: string, call: Call, days: number, why = 'by-hand') {
  const folder = await put(library, call, 'trash');
  const note = { format: 1, trashedAt: daysAgo(days), why, words: 'Moved to the trash.' };
  await writeFile(join(folder, 'trashed.json'), JSON.stringify(note));
}
const inTrash = async (library: string) =>
  (await readdir(join(library, 'trash')).catch(() => [] as string[])).sort();
const atHome = async (library: string) => (await callsOnDisk(library)).map(({ call }) => call.id).sort();
const idsOf = (calls: readonly Call[]) => calls.map(({ id }) => id).sort();
const tombstonesIn = async (library: string) =>
  (await readFile(join(library, 'deletions.jsonl'), 'utf8').catch(() => ''))
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);

const calls = (window: Page) =>
  window.getByRole('list', { name: 'Calls', exact: true }).getByRole('listitem');
const trashed = (window: Page) =>
  window.getByRole('list', { name: 'Calls in the trash' }).getByRole('listitem');
async function openCall(window: Page, company: string) {
  await window.getByRole('link', { name: /^Calls/ }).click();
  await window.getByRole('link', { name: company }).click();
}

test('a call goes to the trash and comes back by Undo and by Restore; deleted for good it leaves one line', async ({
  bench,
}) => {
  const call = makeCall({ company: 'Contoso', notes: 'What was said.', startedAt: daysAgo(40) });
  const folder = await put(bench.library, call);
  const chain = [{ bytes: 5, durationMs: 1_000, hash: 'c'.repeat(64) }];
  const audio = { file: 'audio.ogg', bytes: 5, sha256: 'd'.repeat(64) };
  const facts = { durationMs: call.durationMs };
  await writeFile(
    join(folder, 'seal.json'),
    JSON.stringify({ format: 1, callId: call.id, sealedAt: daysAgo(40), audio, chain, facts }),
  );
  await put(bench.library, makeCall({ company: 'Northwind' }));
  const { window } = await bench.open();

  await openCall(window, 'Contoso');
  await window.getByRole('textbox', { name: 'Notes' }).fill('Typed just before.');
  await window.getByRole('button', { name: 'Move to trash' }).click();
  await expect(calls(window)).toHaveCount(1);
  expect(await inTrash(bench.library)).toEqual([call.id]);
  await look(window, 'trash-undo');
  await window.getByRole('button', { name: 'Undo' }).click();
  await expect(calls(window)).toHaveCount(2);
  expect(await readdir(folder)).not.toContain('trashed.json');

  await openCall(window, 'Contoso');
  await expect(window.getByRole('textbox', { name: 'Notes' })).toHaveValue('Typed just before.');
  await window.getByRole('button', { name: 'Move to trash' }).click();
  await expect(calls(window)).toHaveCount(1);
  await window.getByRole('link', { name: 'Trash' }).click();
  await expect(trashed(window)).toHaveText(/Contoso.*Goes in 30 days/);
  await window.getByRole('button', { name: /^Restore/ }).click();
  await expect(window.getByText('The trash is empty')).toBeVisible();
  expect(await atHome(bench.library)).toContain(call.id);

  await openCall(window, 'Contoso');
  await window.getByRole('button', { name: 'Move to trash' }).click();
  await window.getByRole('link', { name: 'Trash' }).click();
  await window.getByRole('button', { name: /^Delete now/ }).click();
  await expect(window.getByRole('button', { name: 'Keep it' })).toBeFocused();
  await look(window, 'trash-delete');
  await window.getByRole('button', { name: 'Delete for good' }).click();
  await expect(window.getByText('The trash is empty')).toBeVisible();
  await expect(window.getByText('Deleted for good: Contoso', { exact: false })).toBeVisible();
  expect(await inTrash(bench.library)).toEqual([]);
  const [line, ...more] = await tombstonesIn(bench.library);
  expect(more).toEqual([]);
  expect(line).toEqual({
    format: 1,
    id: call.id,
    startedAt: call.startedAt,
    durationMs: call.durationMs,
    seal: { root: 'c'.repeat(64), audioSha256: 'd'.repeat(64) },
    trashedAt: expect.any(String),
    why: 'by-hand',
    removedAt: expect.any(String),
    removed: 'by-hand',
  });
  expect(JSON.stringify(line)).not.toMatch(/Contoso|said|Typed/);
});

test('the clean-up at start takes what has been in the trash for thirty days and no call of an open case; without a rule it moves none', async ({
  bench,
}) => {
  const due = makeCall({ company: 'Due', startedAt: daysAgo(900) });
  const held = makeCall({ company: 'Fabrikam', case: 'Refund of $120', startedAt: daysAgo(900) });
  const recent = makeCall({ company: 'Adatum', startedAt: daysAgo(700) });
  const old = makeCall({ company: 'Northwind', startedAt: daysAgo(3_000) });
  const half = makeCall({ company: 'Half', startedAt: daysAgo(950) });
  await putInTrash(bench.library, due, 31);
  await putInTrash(bench.library, held, 400);
  await putInTrash(bench.library, recent, 18, 'retention');
  await putInTrash(bench.library, half, 3);
  await put(bench.library, old);
  // A removal that ended in the middle: its line is there, its folder is not gone.
  const note = await readFile(join(bench.library, 'trash', half.id, 'trashed.json'), 'utf8');
  const { trashedAt } = JSON.parse(note) as { trashedAt: string };
  await writeFile(join(bench.library, 'deletions.jsonl'), `${JSON.stringify({ id: half.id, trashedAt })}\n`);

  const first = await bench.open();
  await first.window.getByRole('link', { name: /^Calls/ }).click();
  await first.window.getByRole('link', { name: 'Trash' }).click();
  await expect(trashed(first.window)).toHaveCount(3);
  await expect.poll(() => inTrash(bench.library)).toEqual(idsOf([due, held, recent]));
  await first.quit();

  const { window } = await bench.open(withCleanUp);
  await window.getByRole('link', { name: /^Calls/ }).click();
  await expect(calls(window)).toHaveCount(1);
  await window.getByRole('link', { name: 'Trash' }).click();
  await expect(trashed(window)).toHaveCount(2);
  await expect(trashed(window).filter({ hasText: 'Fabrikam' })).toContainText(
    /Kept: its case is open.*“Refund of \$120”/,
  );
  await expect(trashed(window).filter({ hasText: 'Adatum' })).toContainText(
    /Goes in 12 days.*moved here for its age/,
  );
  expect(await inTrash(bench.library)).toEqual(idsOf([held, recent]));
  expect((await tombstonesIn(bench.library)).map(({ id }) => id)).toEqual([half.id, due.id]);
  await look(window, 'trash-full');

  // By keyboard: what is restored hands the focus on to the next row, and then to nothing that is gone.
  await window.getByRole('button', { name: /^Restore the call with Adatum/ }).focus();
  await window.keyboard.press('Enter');
  await expect(window.getByRole('button', { name: /^Restore the call with Fabrikam/ })).toBeFocused();
  await window.keyboard.press('Tab');
  await window.keyboard.press('Enter');
  await expect(window.getByText('It belongs to the case “Refund of $120”', { exact: false })).toBeVisible();
  await window.keyboard.press('Escape');
  await expect(window.getByRole('button', { name: /^Delete now: the call with Fabrikam/ })).toBeFocused();
});

test('a rule shows what it would move before it is turned on, and moves exactly that', async ({ bench }) => {
  const goes = [
    ...Array.from({ length: 6 }, (_, at) =>
      makeCall({ company: ['Contoso', 'Adatum', 'Fabrikam'][at % 3]!, startedAt: daysAgo(800 + 97 * at) }),
    ),
    makeCall({ company: '', startedAt: daysAgo(760), case: 'Moved house' }),
  ];
  const old = (fields: Partial<Call>) =>
    makeCall({ company: 'Northwind', startedAt: daysAgo(900), ...fields });
  const stays = [
    old({ case: 'Refund of $120' }),
    old({ marks: [makePromise('A refund')] }),
    old({ updatedAt: daysAgo(3), startedAt: daysAgo(1_200) }),
    makeCall({ startedAt: daysAgo(500), updatedAt: daysAgo(500) }),
  ];
  for (const call of [...goes, ...stays]) await put(bench.library, call);
  const closed = makeCase({ name: 'moved house', status: 'closed' });
  await mkdir(caseFolder(bench.library, closed.id), { recursive: true });
  await writeFile(join(caseFolder(bench.library, closed.id), 'case.json'), JSON.stringify(closed));
  const { window, quit } = await bench.open();
  await window.getByRole('link', { name: 'Settings' }).click();
  const time = window.getByRole('combobox', { name: 'Keep calls for' });
  await expect(time).toHaveValue('ever');
  await time.selectOption('2 years');

  const dialog = window.getByRole('alertdialog', { name: 'Keep calls for 2 years?' });
  await expect(dialog.getByRole('region', { name: '7 would go' }).getByRole('listitem')).toHaveCount(7);
  const staying = dialog.getByRole('region', { name: '3 older calls would stay' });
  await expect(staying).toContainText(/changed in the last 30 days/);
  await expect(staying).toContainText(/its case is open/);
  await expect(staying).toContainText(/a promise is open/);
  await look(window, 'retention-preview');
  await window.keyboard.press('Escape');
  await expect(time).toHaveValue('ever');
  expect(await inTrash(bench.library)).toEqual([]);

  await time.selectOption('2 years');
  await window.getByRole('button', { name: 'Turn on and move 7 calls' }).click();
  await expect(window.getByText('Turned on. 7 calls are in the trash.')).toBeVisible();
  await expect(time).toHaveValue('24');
  expect(await inTrash(bench.library)).toEqual(idsOf(goes));
  expect(await atHome(bench.library)).toEqual(idsOf(stays));
  await window.getByRole('button', { name: 'Show what would go now' }).click();
  await expect(window.getByText('No call would go to the trash now.', { exact: false })).toBeVisible();
  await window.getByRole('button', { name: 'Close', exact: true }).last().click();
  await time.scrollIntoViewIfNeeded();
  await look(window, 'keeping-on');
  await quit();

  // The next day: a promise was decided, so its call goes; it is said, and can be had back for good.
  const decided = { ...stays[1]!, marks: [makePromise('A refund', { status: 'kept' })] };
  await put(bench.library, decided);
  const next = await bench.open(withCleanUp);
  await expect(
    next.window.getByText('1 call was older than you keep calls for', { exact: false }),
  ).toBeVisible();
  await look(next.window, 'retention-notice');
  await next.window.getByRole('link', { name: 'Look into the trash' }).click();
  await expect(trashed(next.window)).toHaveCount(8);
  await next.window.getByRole('button', { name: /^Restore the call with Northwind/ }).click();
  await expect(trashed(next.window)).toHaveCount(7);
  await next.window.getByRole('link', { name: 'Settings' }).click();
  await next.window.getByRole('button', { name: 'Show what would go now' }).click();
  await expect(next.window.getByRole('region', { name: '3 older calls would stay' })).toContainText(
    'you took it back',
  );
});

test('a call of an open case is asked about first; on its screen it can be taken back', async ({ bench }) => {
  const call = makeCall({ company: 'Contoso', case: 'Refund of $120', marks: [makeMark({ text: 'Said' })] });
  await put(bench.library, call);
  const { window } = await bench.open();
  await openCall(window, 'Contoso');
  await window.getByRole('button', { name: 'Move to trash' }).focus();
  await window.keyboard.press('Enter');
  await expect(
    window.getByText('This call belongs to the case “Refund of $120”.', { exact: false }),
  ).toBeVisible();
  await look(window, 'trash-open-case');
  await window.keyboard.press('Enter'); // the safe answer has the focus
  await expect(window.getByRole('alertdialog')).toHaveCount(0);
  expect(await inTrash(bench.library)).toEqual([]);
  await window.getByRole('button', { name: 'Move to trash' }).click();
  await window.getByRole('alertdialog').getByRole('button', { name: 'Move to trash' }).click();
  await expect(calls(window)).toHaveCount(0);
  expect(await inTrash(bench.library)).toEqual([call.id]);

  await window.goBack();
  await expect(window.getByText('This call is in the trash.')).toBeVisible();
  await look(window, 'call-in-trash');
  await window.getByRole('button', { name: 'Restore' }).click();
  await expect(window.getByRole('list', { name: 'Marks' })).toContainText('Said');

  // Moved while it is on screen, as the clean-up might: it is closed, and said where it is.
  await window.evaluate(
    (id) => (globalThis as unknown as { onRecord: OnRecord }).onRecord.ask('trash:put', id),
    call.id,
  );
  await expect(window.getByText('This call is in the trash.')).toBeVisible();
  await expect(window.getByRole('list', { name: 'Marks' })).toHaveCount(0);
});

test('a trash that cannot be read says so; one without calls says what it is for', async ({ bench }) => {
  await mkdir(bench.library, { recursive: true });
  await writeFile(join(bench.library, 'trash'), 'no folder');
  const { window } = await bench.open();
  await window.getByRole('link', { name: /^Calls/ }).click();
  await window.getByRole('link', { name: 'Trash' }).click();
  await expect(window.getByRole('alert')).toContainText('The trash cannot be read.');
  await look(window, 'trash-failing');
  await rm(join(bench.library, 'trash'));
  await window.getByRole('button', { name: 'Try again' }).click();
  await expect(window.getByText('The trash is empty')).toBeVisible();
  await look(window, 'trash-empty');
});

test('killed while old calls are being moved, each is whole in one of the two places, and the next start goes on', async ({
  bench,
}) => {
  const old = Array.from({ length: 150 }, (_, at) =>
    makeCall({ company: `Company ${at}`, startedAt: daysAgo(800 + at) }),
  );
  for (const call of old) await put(bench.library, call);
  await mkdir(bench.profile, { recursive: true });
  await writeFile(join(bench.profile, 'settings.json'), JSON.stringify({ keepCallsFor: { months: 24 } }));
  const first = await bench.open(withCleanUp);
  await until(
    'some calls are in the trash',
    async () => (await inTrash(bench.library)).length > 10 || undefined,
    {
      withinMs: 20_000,
      everyMs: 5,
    },
  );
  await first.kill();
  const [there, here] = [await inTrash(bench.library), await atHome(bench.library)];
  expect(here.length).toBeGreaterThan(0);
  expect([...there, ...here].sort()).toEqual(idsOf(old));
  for (const id of there) {
    const folder = join(bench.library, 'trash', id);
    expect((await readdir(folder)).filter((name) => !name.startsWith('.'))).toEqual([
      'call.json',
      'trashed.json',
    ]);
  }
  await bench.open(withCleanUp);
  await expect.poll(() => inTrash(bench.library), { timeout: 20_000 }).toEqual(idsOf(old));
  expect(await atHome(bench.library)).toEqual([]);
});
