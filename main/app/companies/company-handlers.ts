// What answers the requests on companies: suggestions, the desk, the list, the scorecard, and what the user keeps of them.
import { z } from 'zod';
import type { CallId } from '../../../contract/call.ts';
import { companySorts, type ScorecardFile } from '../../../contract/companies.ts';
import { dayAt } from '../../../contract/day.ts';
import { companyKey } from '../../index/companies.ts';
import { listCompanies } from '../../index/companies-list.ts';
import { listedAs } from '../../index/company-names.ts';
import type { CallStore } from '../call-store.ts';
import { toCsv } from '../csv.ts';
import { readDesk } from '../desk.ts';
import { saveAs } from '../save-as.ts';
import type { HandlersOf } from '../serve.ts';
import { makeCompanyBook } from './company-book.ts';
import { talkShareOf } from './measure-talk.ts';
import { scorecardOf } from './scorecard.ts';

const name = z.string().min(1).max(1_000);
const short = z.string().max(1_000);
const cell = z.union([short, z.number(), z.null()]);
const file: z.ZodType<ScorecardFile> = z.discriminatedUnion('as', [
  z.object({ as: z.literal('table'), rows: z.array(z.array(cell).max(100)).max(100) }),
  z.object({ as: z.literal('picture'), png: z.instanceof(Uint8Array) }),
]);

interface Deps {
  store: CallStore;
  libraryFolder: string;
  callFolder(id: CallId): string;
  companyChanged(company: string): void;
}

export function companyHandlers({
  store,
  libraryFolder,
  callFolder,
  companyChanged,
}: Deps): HandlersOf<'companies'> {
  const book = makeCompanyBook({
    library: libraryFolder,
    keyOf: companyKey,
    listedAs: (company) => store.ask((db) => listedAs(db, company)),
    namesChanged: store.companiesChanged,
  });
  /** Whatever was changed is told once it is done. */
  const told = async <Value>(company: string, change: Promise<Value>): Promise<Value> => {
    const value = await change;
    companyChanged(company);
    return value;
  };

  return {
    'companies:suggest': { args: z.tuple([short]), answer: store.suggest },
    'companies:desk': {
      args: z.tuple([short]),
      answer: (company) => readDesk(store, libraryFolder, company),
    },
    'companies:describe': {
      args: z.tuple([name, z.enum(['phone', 'note']), z.string().max(1_000_000)]),
      answer: (company, field, text) => told(company, book.describe(company, { [field]: text })),
    },
    'companies:list': {
      args: z.tuple([
        short,
        z.enum(companySorts),
        z.number().int().min(0),
        z.number().int().min(1).max(1_000),
      ]),
      answer: (find, sort, offset, limit) =>
        store.ask((db) => listCompanies(db, { find, sort, offset, limit, today: dayAt(Date.now()) })),
    },
    'companies:scorecard': {
      args: z.tuple([name]),
      answer: (company) => store.ask((db) => scorecardOf(db, company)),
    },
    'companies:talk': {
      args: z.tuple([name]),
      answer: (company) => talkShareOf({ store, callFolder }, company),
    },
    'companies:kept': { args: z.tuple([name]), answer: book.kept },
    'companies:phones': {
      args: z.tuple([name, z.array(short).max(100)]),
      answer: (company, phones) => told(company, book.setPhones(company, phones)),
    },
    'companies:named': {
      args: z.tuple([short]),
      answer: (asked) => store.ask((db) => listedAs(db, asked)),
    },
    'companies:rename': {
      args: z.tuple([name, name]),
      answer: (from, to) => told(to, book.rename(from, to)),
    },
    'companies:separate': {
      args: z.tuple([name, name]),
      answer: (company, alias) => told(company, book.separate(company, alias)),
    },
    'companies:undo': { args: z.tuple([]), answer: () => told('', book.undo()) },
    'companies:export': {
      args: z.tuple([name, file]),
      answer: (company, given) =>
        given.as === 'table'
          ? saveAs(`${plainName(company)} scorecard.csv`, toCsv(given.rows))
          : saveAs(`${plainName(company)} scorecard.png`, given.png),
    },
  };
}

/** A file's name that every system can hold. */
function plainName(company: string): string {
  return (
    company
      .replace(/[\p{Cc}\p{Cf}<>:"/\\|?*]+/gu, ' ')
      .trim()
      .slice(0, 80) || 'Company'
  );
}
