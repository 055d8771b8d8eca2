// What `on-record verify` says of an imported call.
import { expect, test } from 'vitest';
import { inWords } from '../../../../../main/app/command/verify-command.ts';
import { loadStrings } from '../../../../../main/app/strings.ts';

const t = loadStrings();

test('of an imported call it says that the file is what was imported, and that it knows nothing of before', () => {
  const sealedAt = '2026-11-24T09:00:00.000Z';
  const { code, lines } = inWords(
    { verdict: 'unchanged', sealedAt, durationMs: 3000, files: ['original.m4a'] },
    t,
  );
  expect(code).toBe(0);
  expect(lines).toHaveLength(2);
  expect(lines[1]).toMatch(/original\.m4a is byte for byte what was imported.*before that, this cannot tell/);
  expect(inWords({ verdict: 'unchanged', sealedAt, durationMs: 3000 }, t).lines).toHaveLength(1);
});

test('an original that was altered or is gone is named', () => {
  for (const [original, words] of [
    ['altered', /Changed: original\.mp3/],
    ['missing', /original\.mp3.* is missing/],
  ] as const) {
    const said = inWords({ verdict: 'changed', changes: [{ file: 'original.mp3', original }] }, t);
    expect(said).toMatchObject({ code: 1 });
    expect(said.lines.join()).toMatch(words);
  }
});
