// What may be changed on what is kept about a company. Pure; fields that are not known stay.
import type { CompanyFile, KeyOf } from './company-file.ts';

/** Called by another name; the old one stays an alias, so that calls that have it are found as before. */
export function renamed(file: CompanyFile, name: string, keyOf: KeyOf): CompanyFile {
  return { ...file, name, aliases: aliasesFor(name, [...file.aliases, file.name], keyOf) };
}

/** Two companies as one: `into` keeps its name, and what it lacks comes from the other. */
export function merged(from: CompanyFile, into: CompanyFile, keyOf: KeyOf): CompanyFile {
  const aliases = aliasesFor(into.name, [...into.aliases, from.name, ...from.aliases], keyOf);
  const notes = [into.note, from.note].filter((note, at, all) => note !== '' && all.indexOf(note) === at);
  const file = { ...from, ...into, aliases, note: notes.join('; ') };
  return withPhones(file, [...phonesOf(into), ...phonesOf(from)]);
}

/** Calls that have this name are no longer counted here. */
export function separated(file: CompanyFile, alias: string, keyOf: KeyOf): CompanyFile {
  return { ...file, aliases: file.aliases.filter((one) => keyOf(one) !== keyOf(alias)) };
}

export function phonesOf(file: CompanyFile): string[] {
  return [file.phone, ...(file.morePhones ?? [])].filter((phone) => phone !== '');
}

/** Each once, without those that are empty. */
export function withPhones(file: CompanyFile, phones: readonly string[]): CompanyFile {
  const [phone = '', ...more] = [...new Set(phones.map((one) => one.trim()))].filter((one) => one !== '');
  if (more.length === 0 && file.morePhones === undefined) return { ...file, phone };
  return { ...file, phone, morePhones: more };
}

/** Each once, whatever its spelling, and not the company's own name. */
function aliasesFor(name: string, names: readonly string[], keyOf: KeyOf): string[] {
  const seen = new Set(['', keyOf(name)]);
  return names.filter((one) => !seen.has(keyOf(one)) && seen.add(keyOf(one)));
}
