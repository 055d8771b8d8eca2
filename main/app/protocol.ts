// onrecord://app serves the built pages, and the sound of a call by its id, in byte ranges.
import { protocol } from 'electron';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, extname, join, normalize, sep } from 'node:path';
import { Readable } from 'node:stream';
import { pictureTypes } from '../../contract/cases.ts';
import { parseRange } from './byte-range.ts';

const scheme = 'onrecord';
export const origin = `${scheme}://app`;

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  ...pictureTypes,
  '.ogg': 'audio/ogg',
  '.wasm': 'application/wasm',
};

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  // The one inline style there is: wavesurfer's, by the hash of its text. tests/unit/renderer/call/overview-style.test.ts keeps them in step.
  "style-src 'self' 'sha256-C4sPZ8arzaHmwrvOUp/+rQOoA0uA6QyAmNy3pwBotfk='",
  "img-src 'self' data:",
  "media-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** AMR is decoded by WebAssembly, in the one page that decodes files and shows nothing. */
const importerPolicy = policy.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'");
const importerPage = 'importer.html';

/** To be called before the app is ready. */
export function registerScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, stream: true };
  protocol.registerSchemesAsPrivileged([{ scheme, privileges }]);
}

/** What is served besides pages; each names a file on disk, or null when there is none. */
export interface ServedFiles {
  /** The sound of a call. */
  soundOf(callId: string): string | null;
  /** A picture that is attached to a case. */
  pictureOf(caseId: string, attachmentId: string): Promise<string | null>;
  /** The file of an import that is under way. */
  importOf(job: string): string | null;
}

export function serveApp(pagesFolder: string, served: ServedFiles): void {
  const namedBy = (first = '', id: string, part: string, path: string) => {
    if (first === 'media') return served.soundOf(id);
    if (first === 'pictures') return served.pictureOf(id, part);
    if (first === 'import') return served.importOf(id);
    return pageFile(pagesFolder, path);
  };
  protocol.handle(scheme, async (request) => {
    const url = new URL(request.url);
    if (url.host !== 'app' || request.method !== 'GET') return refusal(404);
    const path = decodeURIComponent(url.pathname);
    const [, first, id = '', part = ''] = path.split('/');
    const file = await namedBy(first, id, part, path);
    if (file === null) return refusal(404);
    const size = await stat(file).then(
      (found) => (found.isFile() ? found.size : null),
      () => null,
    );
    if (size === null) return refusal(404);
    return answer(file, size, request.headers.get('range'));
  });
}

function pageFile(folder: string, path: string): string | null {
  if (path.includes('\0')) return null;
  const file = normalize(join(folder, path));
  return file.startsWith(folder + sep) ? file : null;
}

/** The whole file, or the span that was asked for (RFC 9110, section 14). */
function answer(file: string, size: number, range: string | null): Response {
  const headers = new Headers({
    'content-type': contentTypes[extname(file).toLowerCase()] ?? 'application/octet-stream',
    'content-security-policy': basename(file) === importerPage ? importerPolicy : policy,
    'x-content-type-options': 'nosniff',
    'accept-ranges': 'bytes',
    'cache-control': 'no-store',
  });
  const span = range === null ? null : parseRange(range, size);
  if (span === 'unsatisfiable') {
    headers.set('content-range', `bytes */${size}`);
    return new Response(null, { status: 416, headers });
  }
  const { start, end } = span ?? { start: 0, end: size - 1 };
  headers.set('content-length', String(end - start + 1));
  if (span) headers.set('content-range', `bytes ${start}-${end}/${size}`);
  const body = size === 0 ? null : (Readable.toWeb(createReadStream(file, { start, end })) as ReadableStream);
  return new Response(body, { status: span ? 206 : 200, headers });
}

function refusal(status: number): Response {
  return new Response(null, { status });
}
