import Database from 'better-sqlite3';
import fc from 'fast-check';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Call } from '../../../../contract/call.ts';
import type { CallFilter, CallHit } from '../../../../contract/library.ts';
import { putCall, removeCall } from '../../../../main/index/calls.ts';
import type { Db } from '../../../../main/index/db.ts';
import { openIndex } from '../../../../main/index/open-index.ts';
import { momentsCountedIn, search } from '../../../../main/index/search.ts';
import { makeCall, makeMark, makePromise } from '../../../support/make-call.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { inZone } from '../../../support/in-zone.ts';
import { anyUnicode } from '../library/any-unicode.ts';
import { memoryIndex } from './memory-index.ts';
import { anyAsked, anyLibrary, asksForMoments, isFound, lineOf, momentsFound, today } from './naive.ts';

const filterOf = (query = ''): CallFilter => ({ query, today: '2026-11-25' });
const find = (db: Db, query: string) => search(db, filterOf(query), null, 50);
const idsFound = (db: Db, text: string) => find(db, text).hits.map(({ callId }) => callId);
const startOf = (call: Call) => Date.parse(call.startedAt);

function allPages(db: Db, filter: CallFilter, limit: number): CallHit[] {
  const hits: CallHit[] = [];
  let after: string | null = null;
  do {
    const page = search(db, filter, after, limit);
    expect(page.hits.length).toBeLessThanOrEqual(limit);
    hits.push(...page.hits);
    after = page.next;
  } while (after !== null);
  return hits;
}

const northwind = makeCall({
  company: 'Northwind Telecom',
  startedAt: '2026-11-23T14:05:00.000Z',
  outcome: 'unresolved',
  case: 'Bill of May',
  notes: 'They were friendly.',
  marks: [
    makeMark({ id: 'hello', kind: 'agent', text: 'Zoë', fromMs: 1_000 }),
    {
      ...makePromise('Refund of $120 within five days', { who: 'agent 4471' }),
      id: 'refund',
      fromMs: 718_000,
    },
    { ...makePromise('Letter', { status: 'kept' }), id: 'letter', fromMs: 800_000 },
  ],
});
const contoso = makeCall({
  company: 'Contoso Bank',
  startedAt: '2026-11-24T09:00:00.000Z',
  notes: 'refund refused',
});
const tokyo = makeCall({ company: '東京電力', startedAt: '2025-01-01T00:00:00.000Z', title: '返金の件' });
const three = [northwind, contoso, tokyo];

test('a company is found by the beginning of any of its words, in any case', () => {
  const db = memoryIndex(three);
  for (const text of ['northwind', 'NORTH', 'n', 'tele', 'Telecom Northwind'])
    expect(idsFound(db, text)).toEqual([northwind.id]);
  expect(idsFound(db, 'wind')).toEqual([]);
});

test('accents make no difference on either side', () => {
  const db = memoryIndex(three);
  for (const text of ['zoe', 'Zoë', 'ZOE\u0308']) expect(idsFound(db, text)).toEqual([northwind.id]);
});

test('a hit tells what a list shows of the call', () => {
  const [hit] = find(
    memoryIndex([{ ...northwind, capture: { ...northwind.capture, recovered: true } }]),
    '',
  ).hits;
  expect(hit).toEqual({
    callId: northwind.id,
    company: 'Northwind Telecom',
    companyMatches: [],
    title: '',
    case: 'Bill of May',
    startedAtMs: startOf(northwind),
    durationMs: northwind.durationMs,
    outcome: 'unresolved',
    recovered: true,
    imported: false,
    gapCount: 0,
    promises: { open: 1, broken: 0, kept: 1 },
    moment: {
      markId: 'refund',
      kind: 'promise',
      fromMs: 718_000,
      toMs: 20_000,
      text: 'Refund of $120 within five days',
      matches: [],
    },
    moreMoments: 0,
  });
});

test('the words of a search may be in different places of the call; the mark is what is shown', () => {
  const page = find(memoryIndex(three), 'northwind refund');
  expect(page.hits).toHaveLength(1);
  expect(page.hits[0]!.moment).toEqual({
    markId: 'refund',
    kind: 'promise',
    fromMs: 718_000,
    toMs: 20_000,
    text: 'Refund of $120 within five days',
    matches: [[0, 6]],
  });
  expect(page.hits[0]!.moreMoments).toBe(1);
  expect({ calls: page.calls, moments: page.moments }).toEqual({ calls: 1, moments: 2 });
});

test('the moment that has most of the words is shown, wherever it is', () => {
  const call = makeCall({
    marks: [makeMark({ text: 'refund' }), makeMark({ id: 'both', text: 'no refund by letter' })],
  });
  const db = memoryIndex([call]);
  expect(find(db, 'refund letter').hits[0]!.moment!.markId).toBe('both');
  expect(
    find(memoryIndex([{ ...call, notes: 'call them by phone, letter, refund' }]), 'letter refund phone')
      .hits[0]!.moment!.kind,
  ).toBe('notes');
});

test('who gave a promise is found with the promise', () => {
  const { moment } = find(memoryIndex(three), '4471').hits[0]!;
  expect(moment).toMatchObject({ markId: 'refund', matches: [] });
});

test('without words the newest calls come, each with its first open promise', () => {
  const db = memoryIndex(three);
  for (const text of ['', '  ', '"', '***']) {
    const page = find(db, text);
    expect(page.hits.map(({ callId }) => callId)).toEqual([contoso.id, northwind.id, tokyo.id]);
    expect(page.hits.map(({ moment }) => moment?.markId)).toEqual([undefined, 'refund', undefined]);
    expect({ calls: page.calls, moments: page.moments }).toEqual({ calls: 3, moments: 0 });
  }
});

test('scripts without spaces are found by any part of a word', () => {
  const db = memoryIndex(three);
  for (const text of ['東京', '京電', '電力', '返金', '東 力 件'])
    expect(idsFound(db, text)).toEqual([tokyo.id]);
  for (const text of ['京東', '東力']) expect(idsFound(db, text)).toEqual([]);
});

test('an outcome, none included, and a range of dates narrow what is found', () => {
  inZone('UTC');
  const db = memoryIndex(three);
  const ids = (line: string) => idsFound(db, line);
  expect(ids('outcome:unresolved')).toEqual([northwind.id]);
  expect(ids('outcome:none refund')).toEqual([contoso.id]);
  expect(ids('outcome:unresolved contoso')).toEqual([]);
  expect(ids('-outcome:none')).toEqual([northwind.id]);
  expect(ids('after:2026-11-22')).toEqual([contoso.id, northwind.id]);
  expect(ids('on:2026-11-23')).toEqual([northwind.id]);
  expect(ids('after:2026-11-23 before:2026-11-24')).toEqual([]);
  expect(ids('on:2025')).toEqual([tokyo.id]);
});

test('a call imported late takes its place by its start', () => {
  const older = makeCall({ startedAt: '2026-11-23T20:00:00.000Z' });
  const db = memoryIndex([...three, older]);
  expect(idsFound(db, '')).toEqual([contoso.id, older.id, northwind.id, tokyo.id]);
});

test('a call that was changed is found by what it says now', () => {
  const db = memoryIndex(three);
  putCall(db, {
    ...northwind,
    company: 'Adatum',
    outcome: 'resolved',
    startedAt: '2027-01-01T00:00:00.000Z',
  });
  expect(idsFound(db, 'northwind')).toEqual([]);
  expect(idsFound(db, 'adatum refund')).toEqual([northwind.id]);
  expect(idsFound(db, '')[0]).toBe(northwind.id);
  removeCall(db, northwind.id);
  expect(idsFound(db, 'adatum')).toEqual([]);
  expect(find(db, '').calls).toBe(2);
});

test('words of two marks are no phrase, nor are those of a promise and who gave it', () => {
  const db = memoryIndex([
    makeCall({
      marks: [makeMark({ text: 'e' }), makeMark({ text: 'mail' }), makePromise('snail', { who: 'mail' })],
    }),
  ]);
  expect(idsFound(db, 'e mail')).toHaveLength(1);
  expect(idsFound(db, 'e-mail')).toEqual([]);
  expect(idsFound(db, 'snail-mail')).toEqual([]);
});

const hostile = [
  ...'" "" """ * "* a* *a NEAR( company: company:a -a ^a AND OR NOT ( ) (((( = =resolved % _ \\ ı ﷺ 日本語 🎉👩‍👩‍👧'.split(
    ' ',
  ),
  ...[
    'NEAR(a b, 2)',
    'marks : a',
    '{a b}: c',
    'a -b',
    'a AND',
    'a NOT b',
    'a + b',
    'a = b',
    "'; DROP TABLE calls; --",
  ],
  ...['\0', 'a\0b', '\ud800', 'a\udc00', '\u202e'],
  ...['x', 'x ', '東', '"', 'é ', '🎉'].map((piece) => piece.repeat(10_000)),
  Array.from({ length: 3_000 }, (_, index) => `w${index}`).join(' '),
];

test.each(hostile.map((text) => [JSON.stringify(text).slice(0, 30), text] as const))(
  'whatever is typed is text and no command: %s',
  (_shown, text) => {
    const db = memoryIndex([...three, makeCall({ notes: text })]);
    const page = find(db, text);
    expect(page.calls).toBe(page.hits.length);
    search(db, filterOf(`outcome:none after:1999 ${text}`), null, 1);
  },
);

test('any text can be kept and sought without an error', () => {
  fc.assert(
    fc.property(anyUnicode(60), anyUnicode(20), (notes, text) => {
      const db = memoryIndex([makeCall({ notes, company: notes, marks: [makeMark({ text: notes })] })]);
      find(db, text);
      // As it is but for signs that mean something in the line.
      const hits = find(db, notes.replace(/["-]|[a-z]+:/gi, ' ')).hits;
      expect(hits).toHaveLength(1);
      const { moment } = hits[0]!;
      for (const [start, end] of moment?.matches ?? []) expect(moment!.text.slice(start, end)).not.toBe('');
    }),
    { numRuns: 200 },
  );
});

test('a search finds what one finds who reads through all calls, and shows the moment that fits best', () => {
  fc.assert(
    fc.property(anyLibrary, anyAsked, (calls, asked) => {
      const page = search(memoryIndex(calls), { query: lineOf(asked), today }, null, 100);
      const expected = calls.filter((call) => isFound(call, asked));
      if (page.showing.length > 0) {
        // A slip of the pen is forgiven, and only then.
        expect(expected).toEqual([]);
        return;
      }
      expect(page.hits.map(({ callId }) => callId).sort()).toEqual(expected.map(({ id }) => id).sort());
      expect(page.calls).toBe(expected.length);
      const moments = new Map(expected.map((call) => [call.id, momentsFound(call, asked)]));
      expect(page.moments).toBe([...moments.values()].reduce((sum, found) => sum + found.length, 0));
      for (const { callId, moment, moreMoments } of page.hits) {
        const found = moments.get(callId)!;
        expect(moreMoments).toBe(Math.max(0, found.length - 1));
        if (asksForMoments(asked))
          expect(moment && { kind: moment.kind, markId: moment.markId }).toEqual(found[0] ?? null);
      }
      const starts = page.hits.map(({ startedAtMs }) => startedAtMs);
      expect(starts).toEqual([...starts].sort((one, other) => other - one));
    }),
    { numRuns: 1_000 },
  );
});

test('page by page comes every call once, in the same order, with the same totals', () => {
  fc.assert(
    fc.property(anyLibrary, anyAsked, fc.integer({ min: 1, max: 5 }), (calls, asked, limit) => {
      const db = memoryIndex(calls);
      const filter = { query: lineOf(asked), today };
      const whole = search(db, filter, null, 100);
      expect(allPages(db, filter, limit)).toEqual(whole.hits);
      expect(whole.next).toBeNull();
      const first = whole.hits[0];
      if (first) {
        const second = search(db, filter, first.callId, limit);
        expect([second.calls, second.moments]).toEqual([whole.calls, whole.moments]);
      }
    }),
  );
});

test('a call that goes while its list is being read costs no other call its place', () => {
  const calls = [1, 2, 3, 4].map((day) => makeCall({ startedAt: `2026-11-0${day}T00:00:00.000Z` }));
  const db = memoryIndex(calls);
  const first = search(db, filterOf(), null, 2);
  removeCall(db, first.next!);
  const second = search(db, filterOf(), first.next, 2);
  expect(second.hits.map(({ callId }) => callId)).toEqual([calls[1]!.id, calls[0]!.id]);
});

test('totals are counted anew when calls change, by this or another program', async () => {
  const file = join(await temporaryFolder(), 'index.sqlite');
  const { db } = openIndex(file, 0);
  putCall(db, northwind);
  expect(find(db, 'refund').calls).toBe(1);
  putCall(db, contoso);
  expect(find(db, 'refund').calls).toBe(2);
  const { db: other } = openIndex(file, 0);
  putCall(other, makeCall({ notes: 'refund' }));
  other.close();
  expect(find(db, 'refund').calls).toBe(3);
  db.close();
});

test('more calls can start in the same millisecond than there is room for', () => {
  const { db } = openIndex(':memory:', 0);
  const same = Array.from({ length: 1_100 }, () => makeCall());
  db.transaction(() => {
    for (const call of same) putCall(db, call);
  })();
  expect(new Set(allPages(db, filterOf(), 500).map(({ callId }) => callId)).size).toBe(1_100);
});

test('moments are counted in the newest calls only when very many match', () => {
  const { db } = openIndex(':memory:', 0);
  db.transaction(() => {
    for (let index = 0; index < momentsCountedIn + 10; index += 1)
      putCall(
        db,
        makeCall({ startedAt: new Date(index * 1000).toISOString(), notes: 'refund', title: 'refund' }),
      );
  })();
  const page = find(db, 'refund');
  expect([page.calls, page.moments]).toEqual([momentsCountedIn + 10, momentsCountedIn * 2]);
});

test('dates before 1970 and after 2248 are kept in order', () => {
  const calls = [
    '0001-01-01T00:00:00.000Z',
    '1969-07-20T20:17:00.000Z',
    '1970-01-01T00:00:00.000Z',
    '9999-12-31T23:59:59.000Z',
  ];
  const made = calls.map((startedAt) => makeCall({ startedAt }));
  expect(idsFound(memoryIndex(made), '')).toEqual(made.map(({ id }) => id).reverse());
});

test('filters ask for what they name, and the moment shown is the one they ask for', () => {
  const call = makeCall({
    company: 'Contoso Bank',
    case: 'Card fee',
    startedAt: '2026-11-24T09:00:00.000Z',
    durationMs: 1_500_000,
    notes: 'refund refund letter',
    marks: [
      makeMark({ id: 'maria', kind: 'agent', text: 'Maria Lopez' }),
      makeMark({ id: 'ref', kind: 'reference', text: 'NW-2093-881' }),
      { ...makePromise('Late fee back', { due: '2026-11-20' }), id: 'over' },
      { ...makePromise('Refund of fee', { due: '2026-11-25' }), id: 'due' },
      { ...makePromise('Call back', { status: 'broken', due: '2026-11-01' }), id: 'broken' },
    ],
  });
  const db = memoryIndex([northwind, tokyo, call]);
  const shown = (line: string) => find(db, line).hits.map(({ moment }) => moment?.markId ?? moment?.kind);
  expect(idsFound(db, 'company:contoso')).toEqual([call.id]);
  expect(idsFound(db, 'company:refund')).toEqual([]);
  expect(idsFound(db, 'company:"cont"')).toEqual([]);
  expect(idsFound(db, 'case:fee')).toEqual([call.id]);
  expect(idsFound(db, 'longer:20m shorter:26m')).toEqual([call.id]);
  expect(shown('agent:maria')).toEqual(['maria']);
  expect(shown('ref:NW-2093')).toEqual(['ref']);
  expect(shown('mark:reference')).toEqual(['ref']);
  expect(shown('promise:overdue')).toEqual(['over']);
  expect(shown('promise:due')).toEqual(['due']);
  expect(shown('promise:broken')).toEqual(['broken']);
  expect(shown('promise:overdue refund letter')).toEqual(['over']);
  expect(shown('mark:promise refund')).toEqual(['due', 'refund']);
  expect(shown('-promise:open -company:tokyo')).toEqual([undefined]);
  expect(idsFound(db, 'promise:overdue promise:kept')).toEqual([call.id, northwind.id]);
  const [hit] = find(db, 'company:bank fee').hits;
  expect(hit).toMatchObject({ companyMatches: [[8, 12]], moment: { markId: 'over', matches: [[5, 8]] } });
});

test('today decides what is overdue: the same promise is due the day before', () => {
  const call = makeCall({ marks: [makePromise('Refund', { due: '2026-11-25' })] });
  const db = memoryIndex([call]);
  const on = (today: string, query: string) => search(db, { query, today }, null, 9).calls;
  expect([on('2026-11-25', 'promise:due'), on('2026-11-25', 'promise:overdue')]).toEqual([1, 0]);
  expect([on('2026-11-26', 'promise:due'), on('2026-11-26', 'promise:overdue')]).toEqual([0, 1]);
});

test('what is half typed, wrong, or has no word in it narrows nothing', () => {
  const db = memoryIndex(three);
  for (const line of ['company:', 'outcome:happy', 'before:soon', 'longer:', 'company:*** "', '-before:2026'])
    expect(find(db, line).calls).toBe(3);
});

test('no question walks through a whole table', async () => {
  const file = join(await temporaryFolder(), 'index.sqlite');
  const { db } = openIndex(file, 0);
  db.transaction(() => {
    for (let index = 0; index < 300; index += 1)
      putCall(db, makeCall({ startedAt: new Date(index * 1e7).toISOString(), marks: northwind.marks }));
  })();
  db.exec('ANALYZE');
  db.close();

  const asked = new Set<string>();
  const spied = new Database(file, { verbose: (sql) => asked.add(String(sql)) });
  const words = ['', 'refund', 'northwind refund agent', '"refund of" -letter'];
  const spans = ['', 'after:1971', 'before:1969-12-31', 'on:1970'];
  const filters = [
    ...[
      '',
      'outcome:none',
      '-outcome:none',
      'company:north case:x agent:zoe ref:1',
      'mark:promise promise:open',
    ],
    ...['promise:overdue', 'promise:due promise:broken', '-promise:overdue', 'longer:20m shorter:1h'],
    ...['company:nortwind', 'nortwind'],
  ];
  for (const text of words)
    for (const span of spans)
      for (const filter of filters) {
        const line = `${text} ${span} ${filter}`;
        const page = search(spied, filterOf(line), null, 5);
        search(spied, filterOf(line), page.next, 5);
      }
  spied.close();

  const plain = new Database(file);
  const questions = [...asked].filter((sql) => sql.includes('FROM'));
  expect(questions.length).toBeGreaterThan(50);
  for (const sql of questions) {
    const plan = plain.prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all();
    for (const { detail } of plan) {
      // Read through once, when nothing was found: the words of companies, which have no columns but their index's.
      if (detail === 'SCAN company_words') expect(sql).toBe('SELECT DISTINCT word FROM company_words');
      expect(detail, sql).not.toMatch(/SCAN (calls|moments|companies)\b/);
      // Sorted are the moments of one call, and the companies that have one word.
      if (!/moments|WHERE word =/.test(sql)) expect(detail, sql).not.toMatch(/TEMP B-TREE/);
    }
  }
  plain.close();
});
