// What answers the requests about cases, and the shape of what may be asked.
import { shell } from 'electron';
import { access } from 'node:fs/promises';
import { z } from 'zod';
import { caseStatuses, endingOf, mostAttachedBytes, type CaseChange } from '../../../contract/cases.ts';
import type { EscalationRules } from '../../../contract/escalation.ts';
import { Failure } from '../../../contract/failure.ts';
import { caseFolder } from '../../library/case-file.ts';
import { caseIdSchema, note, offer, rule } from '../../library/case-schema.ts';
import type { HandlersOf } from '../serve.ts';
import type { CaseStore } from './case-store.ts';

const name = z.string().min(1).max(1_000);
const words = z.string().max(1_000_000);
const day = z.iso.date();
const id = z.string().min(1).max(100);

const change: z.ZodType<CaseChange> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('want'), text: words }),
  z.object({
    kind: z.literal('next-step'),
    patch: z.object({ text: words, due: day.nullable() }).partial().strict(),
  }),
  z.object({ kind: z.literal('close'), ending: words }),
  z.object({ kind: z.literal('reopen') }),
  z.object({ kind: z.literal('put-offer'), offer }),
  z.object({ kind: z.literal('remove-offer'), id }),
  z.object({ kind: z.literal('put-note'), note }),
  z.object({ kind: z.literal('remove-note'), id }),
  z.object({
    kind: z.literal('describe-file'),
    id,
    patch: z.object({ note: words, on: day }).partial().strict(),
  }),
  z.object({
    kind: z.literal('clock'),
    patch: z.object({ on: z.boolean(), startedOn: day.nullable() }).partial().strict(),
  }),
  z.object({ kind: z.literal('put-rule'), rule }),
  z.object({ kind: z.literal('remove-rule'), id }),
]);

/** Of an attached file as the window read it; it never says where the file lay. */
const attached = z.object({
  name: z.string().max(1_000),
  mediaType: z.string().max(200),
  on: day,
  bytes: z
    .instanceof(Uint8Array)
    .refine(({ length }) => length <= mostAttachedBytes, 'larger than an attached file may be'),
});

export interface CaseDeps {
  cases: CaseStore;
  libraryFolder: string;
  escalationRules(): Promise<EscalationRules>;
}

export function caseHandlers({ cases, libraryFolder, escalationRules }: CaseDeps): HandlersOf<'cases'> {
  return {
    'cases:list': {
      args: z.tuple([z.enum(caseStatuses), z.number().int().min(1).max(100_000)]),
      answer: cases.list,
    },
    'cases:read': { args: z.tuple([name]), answer: cases.read },
    'cases:add': { args: z.tuple([name]), answer: cases.add },
    'cases:change': { args: z.tuple([name, change]), answer: cases.change },
    'cases:rename': { args: z.tuple([name, name]), answer: cases.rename },
    'cases:remove': { args: z.tuple([name]), answer: cases.remove },
    'cases:attach': { args: z.tuple([name, attached]), answer: cases.attach },
    'cases:detach': { args: z.tuple([name, id]), answer: cases.detach },
    'cases:check-files': { args: z.tuple([name]), answer: cases.checkFiles },
    'cases:open-file': {
      args: z.tuple([name, id]),
      answer: async (of, attachmentId) => openFile(await cases.pathOf(of, attachmentId)),
    },
    'cases:show-folder': {
      args: z.tuple([caseIdSchema]),
      answer: async (caseId) => void (await shell.openPath(caseFolder(libraryFolder, caseId))),
    },
    'cases:suggest': { args: z.tuple([z.string().max(1_000)]), answer: cases.suggest },
    'cases:rules': { args: z.tuple([]), answer: escalationRules },
  };
}

/** What a system opens with a viewer. Anything else could be a program, and is only shown where it lies. */
const opened = new Set(
  (
    '.pdf .txt .md .csv .png .jpg .jpeg .gif .webp .bmp .tif .tiff .heic .mp3 .m4a .wav .ogg .opus .flac .mp4 .mov ' +
    '.webm .doc .docx .odt .rtf .xls .xlsx .ods .eml .msg'
  ).split(' '),
);

async function openFile(path: string): Promise<'opened' | 'shown'> {
  await access(path).catch((cause: unknown) => {
    throw new Failure('file-missing', 'The attached file is not there', { cause });
  });
  if (opened.has(endingOf(path)) && (await shell.openPath(path)) === '') return 'opened';
  shell.showItemInFolder(path);
  return 'shown';
}
