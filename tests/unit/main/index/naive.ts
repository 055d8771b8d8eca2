// What a search should find, said once more in the simplest way there is: over calls in memory, without any index.
import fc from 'fast-check';
import { markKinds, outcomes, promiseStatuses, type Call, type Mark } from '../../../../contract/call.ts';
import { makeCall, makeMark } from '../../../support/make-call.ts';

/** Few letters, so that words meet; separators, operators, accents, scripts without spaces and an emoji among them. */
const pieces = [
  'a',
  'b',
  'A',
  'á',
  'á',
  'ß',
  '7',
  'к',
  'Ж',
  '東',
  '京',
  'カ',
  '🎉',
  ' ',
  ' ',
  ' ',
  '-',
  '"',
  '*',
  "'",
  '\0',
  '(',
  ')',
  ':',
  '^',
  'NEAR(',
  ' OR ',
  ' AND ',
  'ab',
  'abba',
  'marks:',
];
export const anyText = (maxLength: number) =>
  fc.array(fc.constantFrom(...pieces), { maxLength }).map((some) => some.join(''));

export const today = '2026-01-03';
const anyDay = fc.constantFrom('2026-01-01', '2026-01-02', '2026-01-03', '2026-01-04');
const anyMinutes = fc.constantFrom(1, 5, 20, 21);

/** Some starts are the same, so that the order of calls does not hang on the start alone. */
const anyStart = fc.integer({ min: 0, max: 12 }).map((quarter) => Date.UTC(2026, 0, 1, quarter * 6));

const anyMark = fc
  .record({
    kind: fc.constantFrom(...markKinds),
    fromMs: fc.nat(5),
    text: anyText(6),
    promise: fc.record({
      who: anyText(3),
      status: fc.constantFrom('open' as const, ...promiseStatuses),
      due: fc.option(anyDay),
    }),
  })
  .map(({ promise, ...mark }) =>
    makeMark(
      mark.kind === 'promise'
        ? { ...mark, promise: { ...promise, amount: null, decidedAt: null } }
        : { ...mark },
    ),
  );

const anySearchableCall: fc.Arbitrary<Call> = fc
  .record({
    startedAtMs: anyStart,
    company: anyText(6),
    title: anyText(3),
    case: anyText(3),
    notes: anyText(10),
    outcome: fc.option(fc.constantFrom(...outcomes)),
    minutes: anyMinutes,
    marks: fc.array(anyMark, { maxLength: 4 }),
  })
  .map(({ startedAtMs, minutes, ...fields }) =>
    makeCall({
      ...fields,
      startedAt: new Date(startedAtMs).toISOString(),
      durationMs: minutes * 60_000,
    }),
  );

export const anyLibrary = fc.array(anySearchableCall, { maxLength: 12 });

/** What a line asks for, said in the simplest way there is. Of several in a list either will do; empty asks for nothing. */
export interface Asked {
  words: readonly string[];
  phrases: readonly string[];
  unwanted: readonly string[];
  company: readonly string[];
  notCompany: readonly string[];
  case: readonly string[];
  agent: readonly string[];
  ref: readonly string[];
  outcome: readonly string[];
  notOutcome: readonly string[];
  mark: readonly string[];
  promise: readonly string[];
  notPromise: readonly string[];
  before: string | null;
  after: string | null;
  on: string | null;
  longer: number | null;
  shorter: number | null;
}

export const nothing: Asked = {
  words: [],
  phrases: [],
  unwanted: [],
  company: [],
  notCompany: [],
  case: [],
  agent: [],
  ref: [],
  outcome: [],
  notOutcome: [],
  mark: [],
  promise: [],
  notPromise: [],
  before: null,
  after: null,
  on: null,
  longer: null,
  shorter: null,
};

/** Text that has no meaning in the language of the line, however hostile it looks. */
const anyPlain = (maxLength: number) =>
  anyText(maxLength).map((text) => text.replace(/"/g, '').replace(/(^|\s)-+/g, '$1'));
const anyWord = anyPlain(2).map((text) => text.replace(/\s/g, ''));
const few = <Value>(one: fc.Arbitrary<Value>) =>
  fc.oneof(
    { weight: 5, arbitrary: fc.constant<Value[]>([]) },
    { weight: 1, arbitrary: fc.array(one, { minLength: 1, maxLength: 2 }) },
  );
const seldom = <Value>(one: fc.Arbitrary<Value>) => fc.option(one, { freq: 8 });
const anyOutcome = fc.constantFrom(...outcomes, 'none');
const anyPromise = fc.constantFrom(...promiseStatuses, 'due', 'due', 'overdue', 'overdue', 'overdue');

const everything: fc.Arbitrary<Asked> = fc.record({
  words: fc.array(anyWord, { maxLength: 2 }),
  phrases: few(anyPlain(4)),
  unwanted: few(fc.constantFrom('a', 'b', 'ab', '東', 'к')),
  company: few(anyWord),
  notCompany: few(fc.constantFrom('a', 'b', 'abba')),
  case: few(anyWord),
  agent: few(anyWord),
  ref: few(anyWord),
  outcome: few(anyOutcome),
  notOutcome: few(anyOutcome),
  mark: few(fc.constantFrom(...markKinds)),
  promise: few(anyPromise),
  notPromise: few(anyPromise),
  before: seldom(anyDay),
  after: seldom(anyDay),
  on: seldom(anyDay),
  longer: seldom(anyMinutes),
  shorter: seldom(anyMinutes),
});

/** A few things are asked for, or any of them together, which seldom finds anything. */
export const anyAsked: fc.Arbitrary<Asked> = fc.oneof(
  everything,
  fc
    .tuple(
      everything,
      fc.array(anyPromise, { maxLength: 2 }),
      fc.subarray(Object.keys(nothing) as (keyof Asked)[], { minLength: 1, maxLength: 2 }),
    )
    .map(([asked, promise, fields]) => {
      const some = Object.fromEntries(fields.map((field) => [field, asked[field]]));
      return { ...nothing, promise, ...some };
    }),
);

/** The line that asks for it. */
export function lineOf(asked: Asked): string {
  const all = (field: string, values: readonly string[]) => values.map((value) => `${field}:${value}`);
  const one = (field: string, value: string | number | null) => (value === null ? [] : [`${field}:${value}`]);
  return [
    ...all('outcome', asked.outcome),
    ...asked.words,
    ...all('-company', asked.notCompany),
    ...asked.phrases.map((phrase) => `"${phrase}"`),
    ...all('company', asked.company),
    ...asked.unwanted.map((word) => `-${word}`),
    ...all('case', asked.case),
    ...all('agent', asked.agent),
    ...all('ref', asked.ref),
    ...all('-outcome', asked.notOutcome),
    ...all('mark', asked.mark),
    ...all('promise', asked.promise),
    ...all('-promise', asked.notPromise),
    ...one('before', asked.before),
    ...one('after', asked.after),
    ...one('on', asked.on),
    ...one('longer', asked.longer),
    ...one('shorter', asked.shorter),
  ].join(' ');
}

/** Words as a person would tell them apart on paper. */
function wordsOnPaper(text: string): string[] {
  return [...text.normalize('NFD')]
    .filter((letter) => letter !== '\u0301')
    .map((letter) => letter.toLowerCase().replace('ß', 'ss'))
    .map((letter) => ('東京カ🎉'.includes(letter) ? ` ${letter} ` : /[a-z0-9кж]/.test(letter) ? letter : ' '))
    .join('')
    .split(' ')
    .filter((word) => word !== '');
}

function has(text: string, asked: readonly string[], whole = false): boolean {
  const words = wordsOnPaper(text);
  return words.some((_, start) =>
    asked.every((word, index) =>
      index === asked.length - 1 && !whole
        ? words[start + index]?.startsWith(word)
        : words[start + index] === word,
    ),
  );
}

type Test = (text: string) => boolean;

/** One for each text with a word in it. */
const tests = (texts: readonly string[], whole = false): Test[] =>
  texts
    .map(wordsOnPaper)
    .filter((words) => words.length > 0)
    .map((words) => (text: string) => has(text, words, whole));

/** Each moment of a call, in the order in which they are preferred, with the texts that belong to it. */
function momentsOnPaper(call: Call): { kind: string; mark: Mark | null; texts: string[] }[] {
  const marks = [...call.marks].sort((one, other) => one.fromMs - other.fromMs);
  return [
    ...marks.map((mark) => ({ kind: mark.kind, mark, texts: [mark.text, mark.promise?.who ?? ''] })),
    ...(['notes', 'case', 'title', 'company'] as const)
      .filter((kind) => call[kind].trim() !== '')
      .map((kind) => ({ kind, mark: null, texts: [call[kind]] })),
  ];
}

function isPromise(mark: Mark | null, asked: readonly string[]): boolean {
  if (!mark?.promise) return false;
  const { status, due } = mark.promise;
  const isOpenOn = (test: (due: string) => boolean) => status === 'open' && due !== null && test(due);
  return asked.some(
    (one) =>
      one === status ||
      (one === 'overdue' && isOpenOn((day) => day < today)) ||
      (one === 'due' && isOpenOn((day) => day >= today)),
  );
}

const wordTests = ({ words, phrases }: Asked): Test[] => {
  const distinct = new Map(
    [...words.map((word) => [word, false] as const), ...phrases.map((phrase) => [phrase, true] as const)].map(
      ([text, whole]) => [`${wordsOnPaper(text).join(' ')}${whole ? '.' : ''}`, [text, whole] as const],
    ),
  );
  return [...distinct.values()].flatMap(([text, whole]) => tests([text], whole));
};

/** The moments of a call that are hits, the one to show first; none when nothing asks for moments. */
export function momentsFound(call: Call, asked: Asked): { kind: string; markId: string | null }[] {
  const any = (texts: readonly string[], some: readonly Test[]) =>
    some.some((test) => texts.some((text) => test(text)));
  const agents = tests(asked.agent);
  const refs = tests(asked.ref);
  return momentsOnPaper(call)
    .map(({ kind, mark, texts }) => ({
      kind,
      markId: mark?.id ?? null,
      filters: [
        asked.mark.includes(kind),
        isPromise(mark, asked.promise),
        kind === 'agent' && any(texts, agents),
        kind === 'reference' && any(texts, refs),
      ].filter(Boolean).length,
      words: wordTests(asked).filter((test) => any(texts, [test])).length,
    }))
    .filter(({ filters, words }) => filters + words > 0)
    .sort((one, other) => other.filters - one.filters || other.words - one.words)
    .map(({ kind, markId }) => ({ kind, markId }));
}

/** Whether anything in the line asks for moments. */
export const asksForMoments = (asked: Asked): boolean =>
  wordTests(asked).length > 0 ||
  asked.mark.length + asked.promise.length > 0 ||
  tests([...asked.agent, ...asked.ref]).length > 0;

export function isFound(call: Call, asked: Asked): boolean {
  const texts = momentsOnPaper(call).flatMap((moment) => moment.texts);
  const somewhere = (test: Test) => texts.some((text) => test(text));
  const ofKind = (kind: string) => call.marks.filter((mark) => mark.kind === kind).map(({ text }) => text);
  const either = (values: readonly string[], places: readonly string[]) => {
    const some = tests(values);
    return some.length === 0 || some.some((test) => places.some((place) => test(place)));
  };
  const outcome = call.outcome ?? 'none';
  const at = Date.parse(call.startedAt);
  const startOf = (day: string) => new Date(`${day}T00:00:00`).getTime();
  const endOf = (day: string) => new Date(startOf(day)).setHours(24);
  return (
    wordTests(asked).every(somewhere) &&
    !tests(asked.unwanted).some(somewhere) &&
    either(asked.company, [call.company]) &&
    !tests(asked.notCompany).some((test) => test(call.company)) &&
    either(asked.case, [call.case]) &&
    either(asked.agent, ofKind('agent')) &&
    either(asked.ref, ofKind('reference')) &&
    (asked.outcome.length === 0 || asked.outcome.includes(outcome)) &&
    !asked.notOutcome.includes(outcome) &&
    (asked.mark.length === 0 || call.marks.some(({ kind }) => asked.mark.includes(kind))) &&
    (asked.promise.length === 0 || call.marks.some((mark) => isPromise(mark, asked.promise))) &&
    !call.marks.some((mark) => isPromise(mark, asked.notPromise)) &&
    (asked.before === null || at < startOf(asked.before)) &&
    (asked.after === null || at >= endOf(asked.after)) &&
    (asked.on === null || (at >= startOf(asked.on) && at < endOf(asked.on))) &&
    (asked.longer === null || call.durationMs > asked.longer * 60_000) &&
    (asked.shorter === null || call.durationMs < asked.shorter * 60_000)
  );
}
