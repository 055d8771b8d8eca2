// The file of an imported call, for tests: say only what the test is about.
import type { ImportedFile } from '../../contract/import.ts';

export function makeFile(fields: Partial<ImportedFile> = {}): ImportedFile {
  return {
    name: '20260412_101530_Northwind.mp3',
    kept: 'original.mp3',
    bytes: 48_000,
    sha256: '0123456789abcdef'.repeat(4),
    importedAt: '2026-11-24T09:00:00.000Z',
    format: 'MP3',
    codec: 'MP3',
    channels: 1,
    sampleRateHz: 44_100,
    voices: 'together',
    dateFrom: 'name',
    ...fields,
  };
}
