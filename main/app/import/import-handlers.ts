// What answers the requests about importing: of the window, and of the page that decodes.
import { dialog } from 'electron';
import { z } from 'zod';
import { refusalReasons, voicings } from '../../../contract/import.ts';
import type { HandlersOf } from '../serve.ts';
import type { Decoder } from './decoder.ts';
import type { Importer } from './importer.ts';

interface Deps {
  importer: Importer;
  decoder: Decoder;
}

const short = z.string().max(1_000);
const job = z.string().max(100);
const bytes = z.instanceof(Uint8Array);
const part = z.number().min(0).max(1);
const ms = z.number().min(0);

const none = z.tuple([]);
const what = z.tuple([z.enum(['files', 'folder'])]);
const paths = z.tuple([z.array(z.string().max(32_768)).max(10_000)]);
const piece = z.tuple([z.object({ job, pages: z.array(bytes), peaks: bytes, part })]);
const decoded = z.tuple([
  job,
  z.object({
    format: short,
    codec: short,
    channels: z.number().int().min(1),
    sampleRateHz: z.number().positive(),
    voices: z.enum(voicings),
    cutShort: z.object({ promisedMs: ms.nullable() }).optional(),
    gaps: z.array(z.object({ fromMs: ms, toMs: ms, cause: short })),
    frames: z.number().min(0),
    taggedMs: z.number().nullable(),
  }),
]);
const refused = z.tuple([job, z.object({ reason: z.enum(refusalReasons), what: short })]);

export function importHandlers({ importer, decoder }: Deps): HandlersOf<'import'> & HandlersOf<'importer'> {
  return {
    'import:view': { args: none, answer: importer.view },
    'import:choose': {
      args: what,
      async answer(which) {
        const { canceled, filePaths } = await dialog.showOpenDialog({
          properties: which === 'files' ? ['openFile', 'multiSelections'] : ['openDirectory'],
        });
        if (canceled || filePaths.length === 0) return false;
        await importer.add(filePaths);
        return true;
      },
    },
    'import:dropped': { args: paths, answer: importer.add },
    'import:cancel': { args: none, answer: importer.cancel },
    'import:dismiss': { args: none, answer: importer.dismiss },

    'importer:ready': { args: none, answer: decoder.heard.ready },
    'importer:piece': { args: piece, answer: decoder.heard.piece },
    'importer:decoded': { args: decoded, answer: decoder.heard.decoded },
    'importer:refused': { args: refused, answer: decoder.heard.refused },
  };
}
