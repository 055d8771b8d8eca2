// How a call stands on consent, read off its marks: nobody who refused may ever look as if they had agreed.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { consentEvents, type ConsentEvent, type Mark } from '../../../contract/call.ts';
import {
  consentLine,
  marksOfConsent,
  shownKind,
  situationNow,
  type ConsentStanding,
} from '../../../contract/consent.ts';
import { makeMark } from '../../support/make-call.ts';

type Said = ConsentEvent | 'transfer' | 'refusal' | 'promise';

const mark = (said: Said, atMs: number): Mark => {
  const span = { fromMs: Math.max(0, atMs - 5_000), toMs: atMs };
  const event = consentEvents.find((one) => one === said);
  return event
    ? makeMark({ ...span, kind: 'consent', consent: { event } })
    : makeMark({ ...span, kind: said as 'transfer' });
};
const line = (...said: Said[]) => consentLine(said.map((one, at) => mark(one, (at + 1) * 10_000)));

describe('how a call stands', () => {
  it.each<[ConsentStanding, Said[]]>([
    ['nothing-said', []],
    ['nothing-said', ['promise', 'transfer']],
    ['their-notice', ['they-announced']],
    ['their-notice', ['they-announced', 'agent-carried-on']],
    ['nothing-said', ['agent-carried-on']],
    ['you-announced', ['they-announced', 'you-announced']],
    ['you-announced', ['you-announced', 'they-announced']],
    ['carried-on', ['you-announced', 'agent-carried-on']],
    ['you-announced', ['agent-carried-on', 'you-announced']],
    ['agreed', ['you-announced', 'agent-agreed']],
    ['agreed', ['you-announced', 'agent-carried-on', 'agent-agreed']],
    ['agreed', ['agent-agreed', 'you-announced', 'agent-carried-on']],
    ['refused', ['you-announced', 'agent-refused']],
    ['refused', ['agent-agreed', 'agent-refused']],
    ['refused', ['agent-refused', 'agent-carried-on']],
    ['refused', ['agent-refused', 'you-announced', 'agent-carried-on']],
    ['refused', ['agent-refused', 'transfer', 'you-announced', 'agent-carried-on']],
    ['agreed-after-refusal', ['agent-refused', 'agent-agreed']],
    ['agreed-after-refusal', ['agent-refused', 'agent-agreed', 'transfer']],
    ['refused', ['agent-refused', 'agent-agreed', 'agent-refused']],
    ['not-since-transfer', ['you-announced', 'agent-agreed', 'transfer']],
    ['not-since-transfer', ['you-announced', 'transfer', 'they-announced']],
    ['not-since-transfer', ['you-announced', 'transfer', 'agent-carried-on']],
    ['carried-on', ['you-announced', 'transfer', 'you-announced', 'agent-carried-on']],
    ['their-notice', ['they-announced', 'transfer']],
    ['you-announced', ['you-announced', 'refusal']],
  ])('%s: %j', (standing, said) => {
    expect(line(...said).standing).toBe(standing);
  });

  it('lists what was said in the order of its moments, whatever the order of the marks', () => {
    const early = mark('they-announced', 4_000);
    const late = mark('agent-agreed', 31_000);
    expect(consentLine([late, mark('promise', 9_000), early]).said).toEqual([
      { markId: early.id, event: 'they-announced', fromMs: 0, toMs: 4_000 },
      { markId: late.id, event: 'agent-agreed', fromMs: 26_000, toMs: 31_000 },
    ]);
  });
});

const anySaid = fc.array(fc.constantFrom<Said>(...consentEvents, 'transfer', 'refusal', 'promise'), {
  maxLength: 12,
});

describe('for any marks', () => {
  it('a call in which someone refused never looks consented', () => {
    fc.assert(
      fc.property(anySaid, anySaid, (before, later) => {
        const { standing } = line(...before, 'agent-refused', ...later);
        expect(['refused', 'agreed-after-refusal']).toContain(standing);
      }),
    );
  });

  it('without words of agreement after it, a refusal is what stands', () => {
    fc.assert(
      fc.property(anySaid, anySaid, (before, later) => {
        const others = later.filter((said) => said !== 'agent-agreed');
        expect(line(...before, 'agent-refused', ...others).standing).toBe('refused');
      }),
    );
  });

  it('the company’s own notice is never taken for anybody’s consent', () => {
    fc.assert(
      fc.property(anySaid, (said) => {
        const without = said.filter((one) => one !== 'they-announced');
        const [one, other] = [line(...said).standing, line(...without).standing];
        expect(one === other || (one === 'their-notice' && other === 'nothing-said')).toBe(true);
      }),
    );
  });

  it('the order in which the marks are stored changes nothing', () => {
    fc.assert(
      fc.property(anySaid, fc.infiniteStream(fc.nat()), (said, random) => {
        const marks = said.map((one, at) => mark(one, (at + 1) * 10_000));
        const shuffled = marks
          .map((one) => ({ one, by: random.next().value as number }))
          .sort((a, b) => a.by - b.by)
          .map(({ one }) => one);
        expect(consentLine(shuffled)).toEqual(consentLine(marks));
      }),
    );
  });
});

it('the colour of consent is for what was said or agreed, never for their notice', () => {
  const [notice, told, agreed] = [
    mark('they-announced', 9_000),
    mark('you-announced', 19_000),
    mark('agent-agreed', 29_000),
  ];
  expect(marksOfConsent([notice, told, mark('promise', 25_000), agreed])).toEqual(
    new Set([told.id, agreed.id]),
  );
});

it('where someone refused no mark stands in the colour of consent, also when they agreed before or later', () => {
  fc.assert(
    fc.property(anySaid, anySaid, (before, later) => {
      const said: Said[] = [...before, 'agent-refused', ...later];
      expect(marksOfConsent(said.map((one, at) => mark(one, (at + 1) * 10_000))).size).toBe(0);
    }),
  );
});

it('the words to say fit how things stand', () => {
  expect(situationNow('nothing-said')).toBe('start');
  expect(situationNow('not-since-transfer')).toBe('transfer');
  expect(situationNow('refused')).toBe('objection');
});

it('a refusal is never shown as consent, every other mark as what it is', () => {
  expect(shownKind(mark('agent-refused', 9_000))).toBe('refusal');
  for (const said of ['agent-agreed', 'you-announced'] as const)
    expect(shownKind(mark(said, 9_000))).toBe('consent');
  expect(shownKind(mark('promise', 9_000))).toBe('promise');
});
