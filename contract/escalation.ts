// When a next step may be open to somebody who complained: days counted from a day, as a rule with a source says. Pure.

export const waitUnits = ['days', 'weeks'] as const;
export interface Wait {
  count: number;
  unit: (typeof waitUnits)[number];
}

/** `first-complaint`: counted from the case's first complaint. `own-day`: from a day of its own, told by `startsWith`. */
export const ruleStarts = ['first-complaint', 'own-day'] as const;
export type RuleStart = (typeof ruleStarts)[number];

/** `opens`: a step may be open from the day on. `answer-due`: by that day an answer may be expected. */
export const ruleMeanings = ['opens', 'answer-due'] as const;
export type RuleMeaning = (typeof ruleMeanings)[number];

/** What one source says comes after a while. */
export interface EscalationRule {
  id: string;
  title: string;
  means: RuleMeaning;
  starts: RuleStart;
  /** In words: the day from which is counted. */
  startsWith: string;
  wait: Wait;
  /** In words: what may be open, or may be expected. */
  opens: string;
  source: { title: string; url: string };
  /** The month in which the source was read: `2026-11`. Empty for a rule of the user's own. */
  asOf: string;
}

/** A rule as a case keeps it, whole: the file says what was counted even without this app. */
export interface CaseRule extends EscalationRule {
  on: boolean;
  /** The day it is counted from, for a rule with a day of its own; null where that is not known yet. */
  startedOn: string | null;
}

/** assets/escalation-rules.json, after its schema. */
export interface EscalationRules {
  disclaimer: string;
  rules: readonly (EscalationRule & { place: string; sector: string })[];
}

export type RuleClock =
  | { state: 'off' }
  /** The day to count from is not known. */
  | { state: 'no-start' }
  | { state: 'waiting'; from: string; daysLeft: number; daysInAll: number }
  | { state: 'reached'; from: string; daysSince: number };

const dayMs = 86_400_000;

/** Calendar days are counted in UTC, where each has 24 hours: no change of clocks can add or take one. */
const numberOf = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / dayMs);

/** `2026-11-17` and 8 weeks → `2027-01-12`. Whole calendar days, working day or not. */
export function dayAfter(day: string, { count, unit }: Wait): string {
  const days = unit === 'weeks' ? count * 7 : count;
  return new Date((numberOf(day) + days) * dayMs).toISOString().slice(0, 10);
}

/** `firstComplaint` and `today` are calendar days, `2026-11-17`. `isOn`: the case's clock as a whole. */
export function ruleClock(
  rule: Pick<CaseRule, 'on' | 'starts' | 'startedOn' | 'wait'>,
  { isOn, firstComplaint, today }: { isOn: boolean; firstComplaint: string | null; today: string },
): RuleClock {
  if (!isOn || !rule.on) return { state: 'off' };
  const start = rule.starts === 'first-complaint' ? firstComplaint : rule.startedOn;
  if (start === null) return { state: 'no-start' };
  const from = dayAfter(start, rule.wait);
  const daysLeft = numberOf(from) - numberOf(today);
  if (daysLeft <= 0) return { state: 'reached', from, daysSince: numberOf(today) - numberOf(from) };
  return { state: 'waiting', from, daysLeft, daysInAll: numberOf(from) - numberOf(start) };
}

/** The clock to be told of when there is room for one: what was reached last, else what comes first. */
export function foremost(clocks: readonly RuleClock[]): RuleClock | null {
  const dated = clocks.filter((clock) => clock.state === 'waiting' || clock.state === 'reached');
  const reached = dated
    .filter(({ state }) => state === 'reached')
    .sort(byDay)
    .at(-1);
  return reached ?? dated.sort(byDay)[0] ?? null;
}

const byDay = (one: { from: string }, other: { from: string }) => one.from.localeCompare(other.from);
