// How long neither side speaks before the user is asked whether the call is still going on.

const twoMinutesMs = 120_000;

/** ONRECORD_ASK_AFTER_MS makes it shorter, for development: nobody wants to wait two minutes to see the question. */
export function askAfterMs(): number {
  const given = Number(process.env['ONRECORD_ASK_AFTER_MS']);
  return given > 0 ? given : twoMinutesMs;
}
