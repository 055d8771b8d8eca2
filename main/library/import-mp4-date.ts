// The moment that an MP4 or M4A file says it was made: `moov`, `mvhd`, creation time (ISO/IEC 14496-12, section 8.2.2).
import { open, type FileHandle } from 'node:fs/promises';

/** Seconds from 1904, where the format begins to count, to 1970. */
const epochOffsetSeconds = 2_082_844_800;
/** Further boxes than any such file has at its top level. */
const mostBoxes = 100_000;

/** Epoch ms; null where there is none, it is zero, or this is another kind of file. */
export async function readMp4Date(path: string): Promise<number | null> {
  const file = await open(path, 'r').catch(() => null);
  if (file === null) return null;
  try {
    const { size } = await file.stat();
    const moov = await findBox(file, 'moov', 0, size);
    const mvhd = moov && (await findBox(file, 'mvhd', moov.from, moov.to));
    if (!mvhd) return null;
    const body = await readAt(file, mvhd.from, 12);
    if (body.length < 12) return null;
    const seconds = body[0] === 1 ? Number(body.readBigUInt64BE(4)) : body.readUInt32BE(4);
    return seconds === 0 ? null : (seconds - epochOffsetSeconds) * 1000;
  } catch {
    return null;
  } finally {
    await file.close();
  }
}

/** Where the content of a box lies among those that follow each other from `from` to `to`. */
async function findBox(
  file: FileHandle,
  name: string,
  from: number,
  to: number,
): Promise<{ from: number; to: number } | null> {
  let at = from;
  for (let boxes = 0; at + 8 <= to && boxes < mostBoxes; boxes += 1) {
    const head = await readAt(file, at, 16);
    if (head.length < 8) return null;
    const size32 = head.readUInt32BE(0);
    const isLong = size32 === 1 && head.length === 16;
    const size = isLong ? Number(head.readBigUInt64BE(8)) : size32 === 0 ? to - at : size32;
    if (size < 8) return null;
    if (head.toString('latin1', 4, 8) === name)
      return { from: at + (isLong ? 16 : 8), to: Math.min(to, at + size) };
    at += size;
  }
  return null;
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}
