// The journal: every line whole and in order, and none lost to a neighbour that was cut.
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createJournal, parseJournal, type JournalLine } from '../../../../main/recording/journal.ts';
import { limitFiles } from '../../../support/small-disk.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const line = (notes: string): JournalLine => ({ type: 'describe', patch: { notes } });
const linesOf = async (path: string) => parseJournal(await readFile(path, 'utf8'));

test('lines asked for all at once are on disk in the order they were asked for', async () => {
  const path = join(await temporaryFolder(), 'journal.jsonl');
  const journal = await createJournal(path);
  const lines = ['one', 'two\nlines', 'three "quoted"', '\u2028 and ü'].map(line);
  await Promise.all(lines.map((one) => journal.write(one)));
  expect(await linesOf(path)).toEqual(lines);
  await journal.close();
  await expect(journal.write(line('too late'))).rejects.toThrow();
  await expect(createJournal(path)).rejects.toThrow('EEXIST');
});

test.skipIf(process.platform !== 'linux')(
  'a line that a full disk cut is refused, and costs neither its neighbours nor itself when said again',
  async () => {
    const path = join(await temporaryFolder(), 'journal.jsonl');
    const journal = await createJournal(path);
    await journal.write(line('before'));
    const lift = limitFiles((await stat(path)).size + 20);
    await expect(journal.write(line('cut in the middle'))).rejects.toThrow('EFBIG');
    await expect(journal.write(line('no room at all'))).rejects.toThrow('EFBIG');
    lift();
    await journal.write(line('cut in the middle'));
    await journal.write(line('after'));
    expect(await linesOf(path)).toEqual(['before', 'cut in the middle', 'after'].map(line));
    await journal.close();
  },
);

test('garbage between lines, zeros of a power cut among it, costs no line', () => {
  const garbage = fc.oneof(
    fc.string().map((text) => text.replaceAll('\n', ' ')),
    fc.constantFrom('\0'.repeat(64), '{"type":"ma', '', '\r', '}{'),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string(), garbage)), (pairs) => {
      const text = pairs.map(([notes, noise]) => `${noise}\n${JSON.stringify(line(notes))}\n`).join('');
      expect(parseJournal(text)).toEqual(pairs.map(([notes]) => line(notes)));
    }),
  );
});
