// A measure as it is read: its value, what that is made of, what it rests on, and how it is counted.
import {
  sampleUnits,
  type Measure,
  type MeasureKey,
  type Scorecard,
  type TalkShare,
} from '../../../contract/companies.ts';
import type { Words } from '../i18n.ts';
import { locale, readableLength } from '../ui/format.ts';

export interface MeasureWords {
  key: MeasureKey;
  name: string;
  /** Null while there are too few calls. */
  value: string | null;
  detail: string;
  sample: string;
  formula: string;
}

export type AllMeasures = Scorecard['measures'] & { talk: TalkShare };

type T = Words<'company'>;

/** `late`: promises that were kept, but late; told beside those kept in time. */
export function measureWords(key: MeasureKey, measure: Measure, t: T, late: number): MeasureWords {
  const words = { key, name: t(`measures.${key}.name`), formula: t(`measures.${key}.formula`) };
  if (measure.value === null) {
    const detail = t('measures.tooFewAbout', { count: measure.calls });
    return { ...words, value: null, detail, sample: '' };
  }
  return {
    ...words,
    value: valueOf(key, measure, measure.value, t),
    detail: detailOf(key, measure, measure.value, t, late),
    sample: sampleOf(key, measure, t),
  };
}

function valueOf(key: MeasureKey, { part, whole }: Measure, value: number, t: T): string {
  switch (key) {
    case 'time':
      return minutes(value);
    case 'promises':
      return t('measures.promises.value', { part, whole });
    case 'talk':
      return t('measures.talk.value', { you: percent(value), them: percent(1 - value) });
    case 'transfers':
    case 'repeats':
      return decimal(value);
    default:
      return percent(value);
  }
}

function detailOf(key: MeasureKey, { part, whole }: Measure, value: number, t: T, late: number): string {
  switch (key) {
    case 'time':
      return t('measures.time.detail', { mean: minutes(part / whole) });
    case 'hold':
      return t('measures.hold.detail', { part: minutes(part), whole: minutes(whole) });
    case 'promises':
      return late > 0
        ? t('measures.promises.detailLate', { share: percent(value), count: late })
        : t('measures.promises.detail', { share: percent(value) });
    case 'firstCall':
      return t('measures.firstCall.detail', { part });
    case 'transfers':
      return t('measures.transfers.detail', { count: part });
    case 'repeats':
      return t('measures.repeats.detail', { count: part });
    case 'talk':
      return '';
  }
}

function sampleOf(key: MeasureKey, measure: Measure, t: T): string {
  const sample = t(`measures.sample.${sampleUnits[key]}`, { count: measure.n });
  const leftOut = 'leftOut' in measure ? (measure as TalkShare).leftOut : 0;
  return leftOut > 0 ? `${sample}, ${t('measures.leftOut', { count: leftOut })}` : sample;
}

/** A length without the seconds that nobody counts at this size. */
export const minutes = (ms: number): string =>
  readableLength(ms < 60_000 ? ms : Math.round(ms / 60_000) * 60_000);

export const percent = (share: number): string =>
  new Intl.NumberFormat(locale(), { style: 'percent', maximumFractionDigits: 0 }).format(share);

export const decimal = (value: number): string =>
  new Intl.NumberFormat(locale(), { maximumFractionDigits: 1, minimumFractionDigits: 1 }).format(value);
