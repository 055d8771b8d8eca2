// What was said about recording in a call, read off its marks. Pure: the same line for the screen, the call and exports.
import type { ConsentEvent, Mark, MarkKind } from './call.ts';

/** When there is something to say about recording; each has its own wording. */
export const situations = ['start', 'transfer', 'objection'] as const;
export type Situation = (typeof situations)[number];

/**
 * How things stand at the end of the marks.
 * `their-notice`: the company announced that it records, which is not the agent's agreement to being recorded.
 * `not-since-transfer`: an earlier agent heard it; nobody told the one who came after.
 * `agreed-after-refusal`: someone refused, and an agreement was marked later; it never counts as plainly agreed.
 */
export type ConsentStanding =
  | 'nothing-said'
  | 'their-notice'
  | 'you-announced'
  | 'carried-on'
  | 'agreed'
  | 'not-since-transfer'
  | 'refused'
  | 'agreed-after-refusal';

export interface ConsentLine {
  standing: ConsentStanding;
  /** What was said, in order of time. */
  said: readonly ConsentMark[];
}

export interface ConsentMark {
  markId: string;
  event: ConsentEvent;
  fromMs: number;
  toMs: number;
}

/** The moment of a mark is where it ends: it reaches back to what was said. */
const byMoment = (one: Mark, other: Mark) =>
  one.toMs - other.toMs || (one.createdAt < other.createdAt ? -1 : 1);

export function consentLine(marks: readonly Mark[]): ConsentLine {
  const inOrder = [...marks].sort(byMoment);
  const said = inOrder.flatMap(({ id, consent, fromMs, toMs }) =>
    consent ? [{ markId: id, event: consent.event, fromMs, toMs }] : [],
  );
  return { standing: inOrder.reduce<ConsentStanding>(after, 'nothing-said'), said };
}

/** A refusal stays: only words of agreement change it, and they do not make it unsaid. */
function after(before: ConsentStanding, mark: Mark): ConsentStanding {
  const refused = before === 'refused' || before === 'agreed-after-refusal';
  if (mark.kind === 'transfer') return isHeard(before) ? 'not-since-transfer' : before;
  switch (mark.consent?.event) {
    case 'agent-refused':
      return 'refused';
    case 'agent-agreed':
      return refused ? 'agreed-after-refusal' : 'agreed';
    case 'you-announced':
      return refused || before === 'agreed' ? before : 'you-announced';
    case 'agent-carried-on':
      return before === 'you-announced' ? 'carried-on' : before;
    case 'they-announced':
      return before === 'nothing-said' ? 'their-notice' : before;
    case undefined:
      return before;
  }
}

const isHeard = (standing: ConsentStanding) =>
  standing === 'you-announced' || standing === 'carried-on' || standing === 'agreed';

/** The kind a mark is shown as: who refused to be recorded never stands in the colour of consent. */
export function shownKind({ kind, consent }: Mark): MarkKind {
  return consent?.event === 'agent-refused' ? 'refusal' : kind;
}

/**
 * The marks that may stand in the colour of consent, by id: what the user said and what the agent agreed to. The company's own
 * notice is nobody's consent, and in a call whose recording was refused no mark may look like it, whatever was said before.
 */
export function marksOfConsent(marks: readonly Mark[]): ReadonlySet<string> {
  if (marks.some(({ consent }) => consent?.event === 'agent-refused')) return new Set();
  const spoken = marks.filter(({ consent }) => consent && consent.event !== 'they-announced');
  return new Set(spoken.map(({ id }) => id));
}

/** What there is to be said next, by how things stand. */
export function situationNow(standing: ConsentStanding): Situation {
  if (standing === 'refused') return 'objection';
  return standing === 'not-since-transfer' ? 'transfer' : 'start';
}
