// From which hour on, and how often, the app looks for promises to remind of.

export interface ReminderTimes {
  fromHour: number;
  everyMs: number;
}

/**
 * By the clock, each minute: one long timer would not notice that the computer slept. ONRECORD_REMIND_FROM_HOUR and
 * ONRECORD_REMIND_EVERY_MS make it sooner, for development.
 */
export function reminderTimes(): ReminderTimes {
  const hour = Number(process.env['ONRECORD_REMIND_FROM_HOUR'] ?? NaN);
  const everyMs = Number(process.env['ONRECORD_REMIND_EVERY_MS']);
  return { fromHour: hour >= 0 && hour < 24 ? hour : 9, everyMs: everyMs > 0 ? everyMs : 60_000 };
}
