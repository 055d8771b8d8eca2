// Open promises as entries of a calendar: the whole day on which each falls due, with an alarm on it. Words only, no sound. Pure.
import { webcrypto } from 'node:crypto';
import ical, { ICalAlarmType, ICalEventTransparency } from 'ical-generator';
import { dayAt } from '../../../contract/day.ts';
import type { LedgerPromise } from '../../../contract/promises.ts';
import type { Translate } from '../strings.ts';
import { placeIn } from './promise-table.ts';

// The library makes an id for each entry before it takes ours, by a global that Node 18 does not have.
globalThis.crypto ??= webcrypto as Crypto;

/** From the start of the day to the alarm. */
const alarmAfterSeconds = 9 * 3600;

/** iCalendar, RFC 5545. Those without a day are left out. The same promise is the same entry, also when exported again. */
export function promiseCalendar(promises: readonly LedgerPromise[], nowMs: number, t: Translate): string {
  const calendar = ical({ name: t('promises:calendar.name'), prodId: '//On Record//On Record//EN' });
  for (const { callId, markId, company, text, startedAtMs, fromMs, promise } of promises) {
    if (promise.due === null) continue;
    const words = text || t('promises:wordless');
    const { amount, who } = promise;
    const lines = [
      who && t('promises:calendar.who', { who }),
      amount && t('promises:calendar.amount', { amount: `${amount.value} ${amount.currency}` }),
      // The day on this machine's clock, as on screen: the index does not know where the call was made.
      t('promises:calendar.call', { date: dayAt(startedAtMs), at: placeIn(fromMs) }),
    ];
    calendar
      .createEvent({
        id: `${callId}-${markId}@on-record`,
        // A date without a zone: all-day entries are written by UTC, whatever the zone of this machine.
        start: new Date(`${promise.due}T00:00:00Z`),
        allDay: true,
        stamp: new Date(nowMs),
        summary: company ? `${company}: ${words}` : words,
        description: lines.filter(Boolean).join('\n'),
        transparency: ICalEventTransparency.TRANSPARENT,
      })
      .createAlarm({ type: ICalAlarmType.display, triggerAfter: alarmAfterSeconds, description: words });
  }
  return calendar.toString();
}
