import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readMp4Date } from '../../../../main/library/import-mp4-date.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const box = (name: string, body: Buffer) => {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + body.length);
  head.write(name, 4, 'latin1');
  return Buffer.concat([head, body]);
};
const mvhd = (seconds: number) => {
  const body = Buffer.alloc(100);
  body.writeUInt32BE(seconds, 4);
  return box('mvhd', body);
};
const made = Date.parse('2026-03-01T08:30:00Z');
const since1904 = made / 1000 + 2_082_844_800;

async function dateIn(data: Buffer): Promise<number | null> {
  const path = join(await temporaryFolder(), 'a.m4a');
  await writeFile(path, data);
  return readMp4Date(path);
}

describe('the date inside an MP4 file', () => {
  it('is read wherever the index lies', async () => {
    const moov = box('moov', Buffer.concat([box('udta', Buffer.alloc(5)), mvhd(since1904)]));
    expect(
      await dateIn(Buffer.concat([box('ftyp', Buffer.alloc(12)), box('mdat', Buffer.alloc(999)), moov])),
    ).toBe(made);
    expect(
      await dateIn(Buffer.concat([box('ftyp', Buffer.alloc(12)), moov, box('mdat', Buffer.alloc(999))])),
    ).toBe(made);
  });

  it('is none when it is zero, cut off, damaged, or in no such file', async () => {
    const whole = Buffer.concat([box('ftyp', Buffer.alloc(12)), box('moov', mvhd(0))]);
    expect(await dateIn(whole)).toBeNull();
    expect(await dateIn(whole.subarray(0, 40))).toBeNull();
    expect(await dateIn(Buffer.alloc(64))).toBeNull();
    expect(await dateIn(Buffer.from('OggS and so on, longer than a box'))).toBeNull();
    expect(await readMp4Date('/nowhere/at/all')).toBeNull();
  });
});
