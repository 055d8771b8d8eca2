// The facts of a letter in the user's language.
import type { Call } from '../../../contract/call.ts';
import type { Words } from '../i18n.ts';
import { readableAmount, readableDay } from '../promise/format.ts';
import { dateTime, timeOfDay } from '../ui/format.ts';
import type { LetterWords } from './draft-confirmation.ts';

export function letterWords(call: Call, t: Words<'confirmation'>): LetterWords {
  const startedAtMs = Date.parse(call.startedAt);
  const isToday = new Date(startedAtMs).toDateString() === new Date().toDateString();
  return {
    when: isToday ? t('today', { time: timeOfDay(startedAtMs) }) : t('on', { date: dateTime(startedAtMs) }),
    due: (day) => t('due', { day: readableDay(day, 'long') }),
    amount: readableAmount,
    from: (who) => t('from', { who }),
    reference: (number) => t('reference', { number }),
  };
}
