// Times and dates as people read them, and as a screen reader should say them.

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

const two = (value: number) => String(value).padStart(2, '0');

/** Hours, minutes and whole seconds that have passed. */
function parts(ms: number): { hours: number; minutes: number; seconds: number } {
  const whole = Math.max(0, ms);
  return {
    hours: Math.floor(whole / hour),
    minutes: Math.floor((whole % hour) / minute),
    seconds: Math.floor((whole % minute) / second),
  };
}

/** A place on a call's timeline: `04:12`, `1:04:12`. */
export function clock(ms: number): string {
  const { hours, minutes, seconds } = parts(ms);
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${two(minutes)}:${two(seconds)}`;
}

/** A length that counts up in a sentence: `4:12`, `1:04:12`. */
export function shortClock(ms: number): string {
  return clock(ms).replace(/^0(?=\d:)/, '');
}

/** A length to be read at rest: `12 s`, `31 min 20 s`, `1 h 4 min`. */
export function readableLength(ms: number): string {
  const { hours, minutes, seconds } = parts(ms);
  if (hours > 0) return minutes > 0 ? `${hours} h ${minutes} min` : `${hours} h`;
  if (minutes > 0) return seconds > 0 ? `${minutes} min ${seconds} s` : `${minutes} min`;
  return `${seconds} s`;
}

/** A length in full words: `12 minutes, 47 seconds`. */
export function spokenLength(ms: number, language = locale()): string {
  const { hours, minutes, seconds } = parts(ms);
  const say = (value: number, unit: 'hour' | 'minute' | 'second') =>
    new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(value);
  const said = [
    hours > 0 ? say(hours, 'hour') : '',
    minutes > 0 ? say(minutes, 'minute') : '',
    seconds > 0 || ms < minute ? say(seconds, 'second') : '',
  ];
  return new Intl.ListFormat(language, { type: 'unit', style: 'long' }).format(said.filter(Boolean));
}

/** The user's own kind of English, or British English: dates stay in the language of the words. */
export function locale(): string {
  return navigator.languages.find((language) => language.startsWith('en')) ?? 'en-GB';
}

const isThisYear = (ms: number) => new Date(ms).getFullYear() === new Date().getFullYear();

/** `23 Nov`, with the year when it is not this one. */
export function shortDate(ms: number, timeZone?: string): string {
  const year = isThisYear(ms) ? undefined : 'numeric';
  return dates({ day: 'numeric', month: 'short', year, timeZone }).format(ms);
}

/** `Mon 23 Nov 2026, 14:05`. */
export function dateTime(ms: number, timeZone?: string): string {
  return dates({
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  }).format(ms);
}

/** `14:05`. */
export function timeOfDay(ms: number, timeZone?: string): string {
  return dates({ hour: '2-digit', minute: '2-digit', timeZone }).format(ms);
}

export function count(value: number): string {
  const language = locale();
  return once(`numbers ${language}`, () => new Intl.NumberFormat(language)).format(value);
}

function dates(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const language = locale();
  return once(`${language} ${JSON.stringify(options)}`, () => new Intl.DateTimeFormat(language, options));
}

/** Making a formatter costs as much as drawing a row, and a list asks for the same ones again and again. */
const made = new Map<string, unknown>();
function once<Formatter>(key: string, make: () => Formatter): Formatter {
  if (!made.has(key)) made.set(key, make());
  return made.get(key) as Formatter;
}
