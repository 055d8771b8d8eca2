// A company of which two machines have each made a file: what either holds is known, and the next change makes them one.
import { companyCalled, type KeptCompany, type KeyOf } from './company-file.ts';
import { merged } from './edit-company.ts';

/** What is kept about one company, in however many files. */
export interface GatheredCompany extends KeptCompany {
  /** The files it is gathered from, as they are; that of `id` first. */
  files: readonly KeptCompany[];
}

/** As `companyCalled`, with what all files of its name hold. */
export function companyGathered(
  kept: readonly KeptCompany[],
  name: string,
  keyOf: KeyOf,
): GatheredCompany | undefined {
  const found = companyCalled(kept, name, keyOf);
  if (!found) return undefined;
  const files = kept.filter(({ file }) => keyOf(file.name) === keyOf(found.file.name));
  const { id } = files[0]!;
  const file = files.map((each) => each.file).reduce((into, from) => merged(from, into, keyOf));
  return { id, file, files };
}
