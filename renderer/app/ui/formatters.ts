// Formatters of the engine, each made once: making one takes up to a millisecond, and a list of marks asks for hundreds.

const made = new Map<string, unknown>();

function once<Formatter>(kind: string, options: object, language: string, make: () => Formatter): Formatter {
  const key = `${kind} ${language} ${JSON.stringify(options)}`;
  const known = made.get(key) as Formatter | undefined;
  if (known !== undefined) return known;
  const formatter = make();
  made.set(key, formatter);
  return formatter;
}

/** `timeZone` has to be among the options: the user's own may change while the app runs. */
export function dateFormat(
  language: string,
  options: Intl.DateTimeFormatOptions & { timeZone: string },
): Intl.DateTimeFormat {
  return once('date', options, language, () => new Intl.DateTimeFormat(language, options));
}

/** Throws `RangeError` for a currency that is none. */
export function numberFormat(language: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return once('number', options, language, () => new Intl.NumberFormat(language, options));
}

export function listFormat(language: string, options: Intl.ListFormatOptions): Intl.ListFormat {
  return once('list', options, language, () => new Intl.ListFormat(language, options));
}
