// The facts of a letter in the user's language.
import type { Call } from '../../../contract/call.ts';
import type { Words } from '../i18n.ts';
import { readableAmount, readableDay } from '../promise/format.ts';
import { dayOf, today } from '../promise/understood.ts';
import { dateTime, timeOfDay } from '../ui/format.ts';
import type { LetterWords } from './draft-confirmation.ts';

export function letterWords(call: Call, t: Words<'confirmation'>): LetterWords {
  const startedAtMs = Date.parse(call.startedAt);
  // By the clock that hung on the caller's wall, wherever the letter is written.
  const thereMs = startedAtMs + call.utcOffsetMinutes * 60_000;
  const isToday = dayOf(startedAtMs, call.utcOffsetMinutes) === today();
  return {
    when: isToday
      ? t('today', { time: timeOfDay(thereMs, 'UTC') })
      : t('on', { date: dateTime(thereMs, 'UTC') }),
    due: (day) => t('due', { day: readableDay(day, 'long') }),
    amount: readableAmount,
    from: (who) => t('from', { who }),
    reference: (number) => t('reference', { number }),
  };
}
