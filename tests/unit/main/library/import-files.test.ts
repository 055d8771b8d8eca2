import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesToImport } from '../../../../main/library/import-files.ts';
import { unknownKind } from '../../../../main/library/import-kind.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

describe('files to import', () => {
  it('a folder stands for the recordings in it and below, by name, and for nothing else', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, '2026'));
    await mkdir(join(folder, '.trash'));
    await mkdir(join(folder, 'library'));
    for (const name of [
      'library/audio.ogg',
      'b.MP3',
      'a.opus',
      'a.json',
      'x.jpg',
      '._a.mp3',
      '2026/c.m4a',
      '.trash/d.mp3',
    ])
      await writeFile(join(folder, name), '');
    await symlink(folder, join(folder, '2026', 'round'));
    const found = (await filesToImport([folder], join(folder, 'library'))).map((path) =>
      relative(folder, path),
    );
    expect(found).toEqual(['2026/c.m4a', 'a.opus', 'b.MP3']);
  });

  it('a file stands for itself, whatever it is called, and once; what was written beside it is no recording', async () => {
    expect(await filesToImport(['/a/b.txt', '/a/c.mp3', '/a/c.json', '/a/b.txt'], '/library')).toEqual([
      '/a/b.txt',
      '/a/c.mp3',
    ]);
  });
});

describe('what a file is, by its first bytes', () => {
  const head = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  it.each([
    ['FORM\0\0\0\0AIFF', 'AIFF'],
    ['caff\0\x01', 'Core Audio (CAF)'],
    ['\x30\x26\xb2\x75\x8e\x66\xcf\x11\xa6', 'Windows Media (WMA)'],
    ['\x02#!SILK_V3', 'SILK'],
  ])('%j is known and cannot be decoded', (text, format) => {
    expect(unknownKind(head(text))).toEqual({ format });
  });

  it('documents and pictures are no sound; everything else is for the decoder to say', () => {
    expect(unknownKind(head('%PDF-1.7'))).toBe('not-sound');
    for (const text of ['OggS', 'RIFF\0\0\0\0WAVE', 'ID3', 'fLaC', '', '\0\0\0\x20ftyp'])
      expect(unknownKind(head(text))).toBeNull();
  });
});
