// One call of a company in words: for the table, the picture's labels and its pointed-at call.
import type { CompanyCall } from '../../../contract/companies.ts';
import type { Words } from '../i18n.ts';
import { dateTime, readableLength } from '../ui/format.ts';
import { shownStatuses } from './promise-sign.tsx';

export interface CallWords {
  day: string;
  length: string;
  /** Empty without a hold. */
  hold: string;
  /** Empty without promises. */
  promises: string;
  /** All of it. */
  whole: string;
}

export function callWords(call: CompanyCall, t: Words<'company'>): CallWords {
  const day = dateTime(call.startedAtMs);
  const length = readableLength(call.durationMs);
  const hold = call.holdMs > 0 ? readableLength(call.holdMs) : '';
  const promises = shownStatuses
    .filter((status) => call.promises[status] > 0)
    .map((status) =>
      t('picture.promise', { count: call.promises[status], status: t(`picture.sign.${status}`) }),
    )
    .join(', ');
  const plain = hold ? t('picture.call', { day, length, hold }) : t('picture.callPlain', { day, length });
  return {
    day,
    length,
    hold,
    promises,
    whole: promises ? t('picture.with', { call: plain, promises }) : plain,
  };
}
