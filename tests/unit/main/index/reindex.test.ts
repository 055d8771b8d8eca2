import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Call } from '../../../../contract/call.ts';
import { indexedCalls, putCall, removeCall } from '../../../../main/index/calls.ts';
import { putCalls, reindex } from '../../../../main/index/reindex.ts';
import { makeCall } from '../../../support/make-call.ts';
import { dump } from './dump.ts';
import { memoryIndex } from './memory-index.ts';
import { anyLibrary } from './naive.ts';

const filesOf = (calls: readonly Call[]) => calls.map((call) => ({ call, stamp: '' }));

test('an index made in one go equals one that grew call by call, whatever was in either before', async () => {
  const anyChange = fc.record({ place: fc.nat(), other: fc.nat(), remove: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(
      anyLibrary,
      anyLibrary,
      fc.array(anyChange, { maxLength: 8 }),
      async (calls, before, changes) => {
        const grown = memoryIndex(calls);
        const now = new Map(calls.map((call) => [call.id, call]));
        for (const { place, other, remove } of calls.length === 0 ? [] : changes) {
          const { id } = calls[place % calls.length]!;
          if (remove) {
            removeCall(grown, id);
            now.delete(id);
          } else {
            const changed = { ...calls[other % calls.length]!, id };
            putCall(grown, changed);
            now.set(id, changed);
          }
        }
        const made = memoryIndex(before);
        await reindex(made, filesOf([...now.values()].reverse()));
        expect(dump(made)).toEqual(dump(grown));

        const fresh = memoryIndex();
        await reindex(fresh, filesOf([...now.values()]));
        expect(dump(fresh)).toEqual(dump(grown));
      },
    ),
    { numRuns: 60 },
  );
});

test('between batches everything else has its turn, and each batch can be found at once', async () => {
  const db = memoryIndex();
  const calls = Array.from({ length: 325 }, () => makeCall());
  const seen: number[] = [];
  let turns = 0;
  let isDone = false;
  const others = (async () => {
    while (!isDone) {
      turns += 1;
      await new Promise((resolve) => setImmediate(resolve));
    }
  })();
  let isAwaited = true;
  await reindex(db, filesOf(calls), {
    isAwaited: () => isAwaited,
    onBatch() {
      const { size } = indexedCalls(db);
      seen.push(size);
      if (size === 100) isAwaited = false; // nobody asks any more: larger batches take less time in all
    },
  });
  isDone = true;
  await others;
  expect(seen).toEqual([50, 100, 300, 325]);
  expect(turns).toBeGreaterThanOrEqual(4);
});

test('what was saved meanwhile is neither overwritten nor removed', async () => {
  const edited = makeCall();
  const added = makeCall();
  const db = memoryIndex([edited]);
  const saved = new Set<string>();
  async function* folders() {
    yield { call: { ...edited, notes: 'as read before' }, stamp: 'old' };
    putCall(db, { ...edited, notes: 'edited meanwhile' }, 'new');
    putCall(db, added, 'new');
    saved.add(edited.id).add(added.id);
  }
  await reindex(db, folders(), { isNewer: (id) => saved.has(id) });
  expect(indexedCalls(db)).toEqual(
    new Map([
      [edited.id, 'new'],
      [added.id, 'new'],
    ]),
  );
});

test('a batch that fails leaves nothing of itself', async () => {
  const db = memoryIndex();
  const broken = { ...makeCall(), company: null } as unknown as Call;
  await expect(putCalls((question) => question(db), filesOf([makeCall(), broken]))).rejects.toThrow();
  expect(indexedCalls(db).size).toBe(0);
});
