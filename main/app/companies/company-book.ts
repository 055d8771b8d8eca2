// What the user keeps about companies: their names, numbers and notes, changed one after another, the last change undoable.
import type { KeptFacts, NamedCompany } from '../../../contract/companies.ts';
import { Failure } from '../../../contract/failure.ts';
import type { CompanyFacts } from '../../../contract/library.ts';
import {
  companyCalled,
  factsOf,
  newCompany,
  readCompanies,
  removeCompany,
  writeCompany,
  type KeptCompany,
  type KeyOf,
} from '../../library/company-file.ts';
import { merged, phonesOf, renamed, separated, withPhones } from '../../library/edit-company.ts';
import { makeQueue } from '../../queue.ts';

export interface CompanyBook {
  kept(company: string): Promise<KeptFacts>;
  describe(company: string, patch: Partial<CompanyFacts>): Promise<CompanyFacts>;
  setPhones(company: string, phones: readonly string[]): Promise<void>;
  /** All calls of one company are from now on those of the other, which may be new or have calls. Answers its name. */
  rename(from: string, to: string): Promise<string>;
  /** Calls that have this name are counted on their own again. */
  separate(company: string, alias: string): Promise<void>;
  /** Takes the last change of names back. `refused` when there is none, or something was changed since. */
  undo(): Promise<void>;
}

interface Deps {
  library: string;
  keyOf: KeyOf;
  /** How the company is listed, and how many calls it has. */
  listedAs(name: string): NamedCompany;
  /** Names have changed on disk; resolves when calls are listed by them. */
  namesChanged(): Promise<void>;
}

interface Change {
  write?: KeptCompany;
  remove?: KeptCompany;
  /** What there was of each before. */
  before: readonly KeptCompany[];
}

export function makeCompanyBook({ library, keyOf, listedAs, namesChanged }: Deps): CompanyBook {
  const changes = makeQueue();
  let last: Change | null = null;

  const fresh = (name: string) => newCompany(listedAs(name).company);
  const find = async (company: string) => companyCalled(await readCompanies(library), company, keyOf);

  /** The new file first and then the old one away: broken off in between, both are there, and it can be done again. */
  async function carryOut(change: Change): Promise<void> {
    if (change.write) await writeCompany(library, change.write);
    if (change.remove) await removeCompany(library, change.remove.id);
    last = change;
    await namesChanged();
  }

  async function edit(company: string, change: (kept: KeptCompany) => KeptCompany): Promise<KeptCompany> {
    const next = change((await find(company)) ?? fresh(company));
    await writeCompany(library, next);
    last = null;
    return next;
  }

  async function changeOfName(from: string, to: string): Promise<[name: string, change: Change]> {
    const kept = await readCompanies(library);
    const found = companyCalled(kept, from, keyOf);
    const one = found ?? fresh(from);
    const other = companyCalled(kept, to, keyOf);
    const before = (companies: readonly (KeptCompany | undefined)[]) => companies.filter((each) => !!each);
    if (other && other.id !== one.id) {
      const file = merged(one.file, other.file, keyOf);
      const write = { id: other.id, file };
      return [file.name, { write, ...(found && { remove: found }), before: before([found, other]) }];
    }
    const isSpelling = keyOf(to) === keyOf(one.file.name);
    const name = isSpelling || listedAs(to).calls === 0 ? to : listedAs(to).company;
    const write = { id: one.id, file: renamed(one.file, name, keyOf) };
    return [name, { write, before: before([found]) }];
  }

  return {
    async kept(company) {
      const file = (await find(company))?.file;
      return {
        aliases: file?.aliases ?? [],
        phones: file ? phonesOf(file) : [],
        note: file?.note ?? '',
      };
    },
    describe: (company, patch) =>
      changes.run(async () =>
        factsOf((await edit(company, ({ id, file }) => ({ id, file: { ...file, ...patch } }))).file),
      ),
    setPhones: (company, phones) =>
      changes.run(async () => {
        await edit(company, ({ id, file }) => ({ id, file: withPhones(file, phones) }));
      }),
    rename: (from, to) =>
      changes.run(async () => {
        if (keyOf(from) === '' || keyOf(to) === '')
          throw new Failure('bad-request', 'A company needs a name');
        const [name, change] = await changeOfName(from, to.trim());
        await carryOut(change);
        return name;
      }),
    separate: (company, alias) =>
      changes.run(async () => {
        const found = await find(company);
        if (!found) throw new Failure('bad-request', 'Nothing is kept about this company');
        const write = { id: found.id, file: separated(found.file, alias, keyOf) };
        await carryOut({ write, before: [found] });
      }),
    undo: () =>
      changes.run(async () => {
        if (!last) throw new Failure('refused', 'There is no change of names to take back');
        const { write, before } = last;
        for (const kept of before) await writeCompany(library, kept);
        if (write && !before.some(({ id }) => id === write.id)) await removeCompany(library, write.id);
        last = null;
        await namesChanged();
      }),
  };
}
