// Reminds of promises that fall due, by the desktop's own notices, for as long as the app runs; with or without a window.
import { Notification, powerMonitor } from 'electron';
import { dayAt, type Day } from '../../../contract/day.ts';
import type { LedgerPromise } from '../../../contract/promises.ts';
import { openDueBetween } from '../../index/promises.ts';
import type { CallStore } from '../call-store.ts';
import type { Translate } from '../strings.ts';
import {
  dueReminders,
  firstDayReminded,
  noticeOf,
  type DatedPromise,
  type Reminder,
} from './due-reminders.ts';
import type { ReminderTimes } from './reminder-times.ts';
import type { SaidFile } from './said-file.ts';

interface Deps {
  store: Pick<CallStore, 'ask'>;
  said: SaidFile;
  times: ReminderTimes;
  isOn(): boolean;
  now(): number;
  t: Translate;
  /** Brings up the ledger. */
  open(): void;
  log(message: string, cause?: unknown): void;
}

/** Ends with the app: nothing of it needs to be given back. */
export function keepReminders({ store, said, times, isOn, now, t, open, log }: Deps): void {
  // A notice that nothing holds on to may be collected, and its click with it.
  let shown: Notification | null = null;
  let looking = false;

  async function look(): Promise<void> {
    const nowMs = now();
    if (!isOn() || new Date(nowMs).getHours() < times.fromHour || !Notification.isSupported()) return;
    const today = dayAt(nowMs);
    const promises = store.ask((db) => openDueBetween(db, firstDayReminded(today), today));
    const [first, ...others] = dueReminders(promises.flatMap(dated), today, said.list());
    if (first === undefined) return;
    const reminders: [Reminder, ...Reminder[]] = [first, ...others];
    // Kept before it is said: better said once too seldom than at every start.
    await said
      .add(
        reminders.map(({ kind, promise: { callId, markId, due } }) => ({ callId, markId, due, kind })),
        today,
      )
      .catch((cause: unknown) => log('Reminders given could not be noted', cause));
    shown = new Notification(noticeOf(reminders, today, t, readableDay));
    shown.on('click', open);
    shown.show();
  }

  const lookOnce = () => {
    if (looking) return;
    looking = true;
    look()
      .catch((cause: unknown) => log('Could not look for promises to remind of', cause))
      .finally(() => (looking = false));
  };
  setInterval(lookOnce, times.everyMs);
  powerMonitor.on('resume', lookOnce);
}

function dated({
  callId,
  markId,
  company,
  text,
  startedAtMs,
  promise: { due },
}: LedgerPromise): DatedPromise[] {
  return due === null ? [] : [{ callId, markId, company, text, due, madeOn: dayAt(startedAtMs) }];
}

/** `Mon 23 Nov`: the app's words are English, so is the day. */
function readableDay(day: Day): string {
  const options = { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat('en-GB', options).format(new Date(`${day}T00:00:00Z`));
}
