// What the user keeps about companies: their names, numbers and notes, changed one after another, the last change undoable.
import type { KeptFacts, NamedCompany } from '../../../contract/companies.ts';
import { Failure } from '../../../contract/failure.ts';
import type { CompanyFacts } from '../../../contract/library.ts';
import {
  factsOf,
  newCompany,
  readAllCompanies,
  removeCompany,
  writeCompany,
  type CompanyFile,
  type KeptCompany,
  type KeyOf,
} from '../../library/company-file.ts';
import { merged, phonesOf, renamed, separated, withPhones } from '../../library/edit-company.ts';
import { companyGathered } from '../../library/gather-company.ts';
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
  to: KeptCompany;
  /** The files that there were before, in place of which it is written. */
  before: readonly KeptCompany[];
}

export function makeCompanyBook({ library, keyOf, listedAs, namesChanged }: Deps): CompanyBook {
  const changes = makeQueue();
  let last: Change | null = null;

  const fresh = (name: string) => newCompany(listedAs(name).company);
  const find = async (company: string) => companyGathered(await readAllCompanies(library), company, keyOf);

  /** The new file first and then the old ones away: broken off in between, all are there, and it can be done again. */
  async function write({ to, before }: Change): Promise<void> {
    await writeCompany(library, to);
    for (const { id } of before) if (id !== to.id) await removeCompany(library, id);
  }

  async function carryOut(change: Change): Promise<void> {
    await write(change);
    last = change;
    await namesChanged();
  }

  async function edit(company: string, change: (file: CompanyFile) => CompanyFile): Promise<CompanyFile> {
    const found = await find(company);
    const { id, file } = found ?? fresh(company);
    const next = change(file);
    await write({ to: { id, file: next }, before: found?.files ?? [] });
    last = null;
    return next;
  }

  async function changeOfName(from: string, to: string): Promise<Change> {
    const kept = await readAllCompanies(library);
    const found = companyGathered(kept, from, keyOf);
    const one = found ?? fresh(from);
    const before = found?.files ?? [];
    const other = companyGathered(kept, to, keyOf);
    if (other && other.id !== one.id) {
      const file = merged(one.file, other.file, keyOf);
      return { to: { id: other.id, file }, before: [...before, ...other.files] };
    }
    // Its own name in another spelling, or one that it had before, is called as was asked for.
    const isOwn = other !== undefined || keyOf(to) === keyOf(one.file.name);
    const name = isOwn || listedAs(to).calls === 0 ? to : listedAs(to).company;
    return { to: { id: one.id, file: renamed(one.file, name, keyOf) }, before };
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
      changes.run(async () => factsOf(await edit(company, (file) => ({ ...file, ...patch })))),
    setPhones: (company, phones) =>
      changes.run(async () => {
        await edit(company, (file) => withPhones(file, phones));
      }),
    rename: (from, to) =>
      changes.run(async () => {
        if (keyOf(from) === '' || keyOf(to) === '')
          throw new Failure('bad-request', 'A company needs a name');
        const change = await changeOfName(from, to.trim());
        await carryOut(change);
        return change.to.file.name;
      }),
    separate: (company, alias) =>
      changes.run(async () => {
        const found = await find(company);
        if (!found) throw new Failure('bad-request', 'Nothing is kept about this company');
        const { id, file, files } = found;
        await carryOut({ to: { id, file: separated(file, alias, keyOf) }, before: files });
      }),
    undo: () =>
      changes.run(async () => {
        if (!last) throw new Failure('refused', 'There is no change of names to take back');
        const { to, before } = last;
        for (const kept of before) await writeCompany(library, kept);
        if (!before.some(({ id }) => id === to.id)) await removeCompany(library, to.id);
        last = null;
        await namesChanged();
      }),
  };
}
