// Which rule on recording a call matters, from where the two people are. Pure. Claims nothing about what anybody may do.

export const consentKinds = ['one-party', 'all-party', 'mixed', 'unclear', 'none'] as const;
export type ConsentKind = (typeof consentKinds)[number];
export const confidences = ['high', 'medium', 'low'] as const;

/** A place and its rule, as gathered from the sources it names. */
export interface PlaceRule {
  /** `US-CA`, `DE`, `AU`. */
  code: string;
  name: string;
  country: string;
  consent: ConsentKind;
  statute: string;
  phoneNote: string;
  confidence: (typeof confidences)[number];
  /** Ids of sources. */
  sources: readonly string[];
}

/** assets/consent-laws.json, after its schema. */
export interface ConsentLaws {
  /** The month in which the rules were gathered: `2026-11`. */
  asOf: string;
  disclaimer: string;
  sources: readonly { id: string; title: string; url?: string }[];
  jurisdictions: readonly PlaceRule[];
}

/** Why a side counts as it does. `state-unknown`: only the country is known, and its states differ. */
export type Reason = 'rule' | 'unsettled' | 'state-unknown' | 'not-known';

export interface SideRule {
  /** Null where the place is not known. */
  place: PlaceRule | null;
  counts: 'one-party' | 'all-party';
  reason: Reason;
}

export interface RuleForCall {
  you: SideRule;
  them: SideRule;
  /** The stricter of the two. */
  counts: 'one-party' | 'all-party';
  /** Whether a rule says so, or it is strict because something is not known or not settled. */
  because: 'rule' | 'doubt';
}

/** Places a person can be in. A rule that is no longer in force is no place. */
export function placesOf(laws: ConsentLaws): readonly PlaceRule[] {
  return laws.jurisdictions.filter((place) => place.consent !== 'none');
}

/** Unknown counts as all-party, and so does what the sources do not settle; the stricter of the two sides holds. */
export function ruleForCall(laws: ConsentLaws, places: { you: string; them: string }): RuleForCall {
  const you = ruleOfSide(laws, places.you);
  const them = ruleOfSide(laws, places.them);
  const strict = [you, them].filter((side) => side.counts === 'all-party');
  if (strict.length === 0) return { you, them, counts: 'one-party', because: 'rule' };
  const isRule = strict.some((side) => side.reason === 'rule');
  return { you, them, counts: 'all-party', because: isRule ? 'rule' : 'doubt' };
}

function ruleOfSide(laws: ConsentLaws, code: string): SideRule {
  const place = placesOf(laws).find((one) => one.code === code) ?? null;
  if (place === null) return { place, counts: 'all-party', reason: 'not-known' };
  if (place.consent === 'all-party') return { place, counts: 'all-party', reason: 'rule' };
  if (place.consent !== 'one-party') return { place, counts: 'all-party', reason: 'unsettled' };
  const statesDiffer = placesOf(laws).some(
    (one) => one.country === place.country && one.code !== code && one.consent !== 'one-party',
  );
  const isWholeCountry = !code.includes('-') || code.endsWith('-FED');
  if (isWholeCountry && statesDiffer) return { place, counts: 'all-party', reason: 'state-unknown' };
  return { place, counts: 'one-party', reason: 'rule' };
}

const oldAfterMonths = 12;

/** True when the rules were gathered more than twelve months before `nowMs`: they may have changed since. */
export function areOld(asOf: string, nowMs: number): boolean {
  const [year = 0, month = 0] = asOf.split('-').map(Number);
  const now = new Date(nowMs);
  return (now.getUTCFullYear() - year) * 12 + now.getUTCMonth() + 1 - month > oldAfterMonths;
}

/** The sources of a rule, in the words of those who made them. */
export function sourcesOf(laws: ConsentLaws, place: PlaceRule): readonly { title: string; url?: string }[] {
  return laws.sources.filter((source) => place.sources.includes(source.id));
}
