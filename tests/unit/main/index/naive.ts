// What a search should find, said once more in the simplest way there is: over calls in memory, without any index.
import fc from 'fast-check';
import { outcomes, promiseStatuses, type Call } from '../../../../contract/call.ts';
import type { CallFilter } from '../../../../contract/library.ts';
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

/** Some starts are the same, so that the order of calls does not hang on the start alone. */
const anyStart = fc.integer({ min: 0, max: 12 }).map((hour) => Date.UTC(2026, 0, 1, hour));

const anySearchableCall: fc.Arbitrary<Call> = fc
  .record({
    startedAtMs: anyStart,
    company: anyText(6),
    title: anyText(3),
    case: anyText(3),
    notes: anyText(10),
    outcome: fc.option(fc.constantFrom(...outcomes)),
    marks: fc.array(
      fc.record({
        fromMs: fc.nat(5),
        text: anyText(6),
        promise: fc.option(fc.record({ who: anyText(3), status: fc.constantFrom(...promiseStatuses) })),
      }),
      { maxLength: 3 },
    ),
  })
  .map(({ startedAtMs, marks, ...fields }) =>
    makeCall({
      ...fields,
      startedAt: new Date(startedAtMs).toISOString(),
      marks: marks.map(({ promise, ...mark }) =>
        makeMark({
          ...mark,
          kind: promise ? 'promise' : 'note',
          promise: promise ? { ...promise, due: null, amount: null, decidedAt: null } : undefined,
        }),
      ),
    }),
  );

export const anyLibrary = fc.array(anySearchableCall, { maxLength: 12 });

export const anyFilter: fc.Arbitrary<CallFilter> = fc.record({
  text: fc.oneof(anyText(4), anyText(2)),
  outcome: fc.oneof(fc.constant(null), fc.constantFrom(...outcomes, 'none' as const)),
  fromMs: fc.option(anyStart),
  untilMs: fc.option(anyStart),
});

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

function has(text: string, asked: readonly string[]): boolean {
  const words = wordsOnPaper(text);
  return words.some((_, start) =>
    asked.every((word, index) =>
      index === asked.length - 1 ? words[start + index]?.startsWith(word) : words[start + index] === word,
    ),
  );
}

function termsOnPaper(text: string): string[][] {
  return text
    .split(/\s+/)
    .map(wordsOnPaper)
    .filter((words) => words.length > 0);
}

/** Each moment of a call as the texts that belong to it. */
function momentsOnPaper(call: Call): string[][] {
  return [
    ...call.marks.map(({ text, promise }) => [text, promise?.who ?? '']),
    ...[call.company, call.title, call.case, call.notes].map((text) => [text]),
  ];
}

export function momentsFound(call: Call, text: string): number {
  const terms = termsOnPaper(text);
  return momentsOnPaper(call).filter((texts) => terms.some((term) => texts.some((one) => has(one, term))))
    .length;
}

export function isFound(call: Call, { text, outcome, fromMs, untilMs }: CallFilter): boolean {
  const startedAtMs = Date.parse(call.startedAt);
  return (
    (outcome === null || (call.outcome ?? 'none') === outcome) &&
    (fromMs === null || startedAtMs >= fromMs) &&
    (untilMs === null || startedAtMs < untilMs) &&
    termsOnPaper(text).every((term) =>
      momentsOnPaper(call).some((texts) => texts.some((one) => has(one, term))),
    )
  );
}
