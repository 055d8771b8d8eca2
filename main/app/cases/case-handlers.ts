// What answers the requests about cases.
import { shell } from 'electron';
import { access } from 'node:fs/promises';
import { endingOf } from '../../../contract/cases.ts';
import type { EscalationRules } from '../../../contract/escalation.ts';
import { Failure } from '../../../contract/failure.ts';
import { caseFolder } from '../../library/case-file.ts';
import type { HandlersOf } from '../serve.ts';
import * as schemas from './case-requests.ts';
import type { CaseStore } from './case-store.ts';

export interface CaseDeps {
  cases: CaseStore;
  libraryFolder: string;
  escalationRules(): Promise<EscalationRules>;
}

export function caseHandlers({ cases, libraryFolder, escalationRules }: CaseDeps): HandlersOf<'cases'> {
  return {
    'cases:list': { args: schemas.listCases, answer: cases.list },
    'cases:read': { args: schemas.aCase, answer: cases.read },
    'cases:add': { args: schemas.aCase, answer: cases.add },
    'cases:change': { args: schemas.changeCase, answer: cases.change },
    'cases:rename': { args: schemas.renameCase, answer: cases.rename },
    'cases:remove': { args: schemas.aCase, answer: cases.remove },
    'cases:attach': { args: schemas.attach, answer: cases.attach },
    'cases:detach': { args: schemas.anAttachment, answer: cases.detach },
    'cases:check-files': { args: schemas.aCase, answer: cases.checkFiles },
    'cases:open-file': {
      args: schemas.anAttachment,
      answer: async (name, attachmentId) => openFile(await cases.pathOf(name, attachmentId)),
    },
    'cases:show-folder': {
      args: schemas.aCaseFolder,
      answer: async (caseId) => void (await shell.openPath(caseFolder(libraryFolder, caseId))),
    },
    'cases:suggest': { args: schemas.suggestCases, answer: cases.suggest },
    'cases:rules': { args: schemas.nothing, answer: escalationRules },
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
