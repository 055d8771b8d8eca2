// One file at a time is decoded by a window that may die, hang or talk out of turn; whoever waits always gets an answer.
import { expect, test, vi, onTestFinished } from 'vitest';
import type { DecodedFile, ImporterCommand } from '../../../../../contract/import.ts';
import { makeDecoder, type DecoderWindow } from '../../../../../main/app/import/decoder.ts';
import { makeGate } from '../../../../../main/app/import/gate.ts';
import { NotImported } from '../../../../../main/app/import/not-imported.ts';

const file: DecodedFile = {
  format: 'MP3',
  codec: 'MP3',
  channels: 1,
  sampleRateHz: 44_100,
  voices: 'together',
  gaps: [],
  frames: 48_000,
  taggedMs: null,
};
const piece = (job: string) => ({ job, pages: [], peaks: new Uint8Array(), part: 0.5 });

/** A decoder whose windows are there in name only; what they would be told, and their ends, are kept. */
function bench() {
  const told: ImporterCommand[] = [];
  const windows: { end(): void; isClosed: boolean }[] = [];
  const gate = makeGate();
  const decoder = makeDecoder({
    openWindow(gone): DecoderWindow {
      const window = { end: () => gone('crashed'), isClosed: false };
      windows.push(window);
      return { contents: () => null, close: () => void (window.isClosed = true) };
    },
    send: (_to, command) => told.push(command),
    gate,
  });
  return { decoder, told, windows, gate };
}
const written = async () => undefined;

test('a window that is ready is told to decode, and kept for the next file', async () => {
  const { decoder, told, windows } = bench();
  const first = decoder.decode('one', '/a', written);
  expect(told).toEqual([]);
  decoder.heard.ready();
  expect(decoder.pathOf('one')).toBe('/a');
  decoder.heard.decoded('one', file);
  expect(await first).toEqual(file);
  expect(decoder.pathOf('one')).toBeNull();
  const second = decoder.decode('two', '/b', written);
  decoder.heard.refused('two', { reason: 'codec', what: 'ALAC' });
  await expect(second).rejects.toMatchObject({ refusal: { reason: 'codec', what: 'ALAC' } });
  expect(told.map(({ job }) => job)).toEqual(['one', 'two']);
  expect(windows).toHaveLength(1);
});

test('a window that dies fails its file, and the next file gets another', async () => {
  const { decoder, windows } = bench();
  const first = decoder.decode('one', '/a', written);
  decoder.heard.ready();
  windows[0]!.end();
  await expect(first).rejects.toMatchObject({ refusal: { reason: 'failed' } });
  const second = decoder.decode('two', '/b', written);
  decoder.heard.ready();
  decoder.heard.decoded('two', file);
  expect(await second).toEqual(file);
  expect(windows).toHaveLength(2);
});

test('a window that says nothing for a minute is given up, but not while a call is being recorded', async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const { decoder, windows, gate } = bench();
  gate.close();
  let ended: unknown = null;
  const first = decoder.decode('one', '/a', written).catch((cause: unknown) => (ended = cause));
  decoder.heard.ready();
  await vi.advanceTimersByTimeAsync(300_000);
  expect(ended).toBeNull();
  gate.open();
  await vi.advanceTimersByTimeAsync(62_000);
  await first;
  expect(ended).toMatchObject({ refusal: { reason: 'stuck' } });
  expect(windows[0]!.isClosed).toBe(true);
});

test('while a call is recorded a piece is written but not answered, so that no more comes', async () => {
  const { decoder, gate } = bench();
  const pieces: number[] = [];
  void decoder.decode('one', '/a', async ({ part }) => void pieces.push(part));
  decoder.heard.ready();
  gate.close();
  let answered = false;
  const answer = decoder.heard.piece(piece('one')).then(() => (answered = true));
  await vi.waitFor(() => expect(pieces).toEqual([0.5]));
  await Promise.resolve();
  expect(answered).toBe(false);
  gate.open();
  await answer;
  expect(answered).toBe(true);
});

test('what cannot be written ends the file, and a late word of an earlier one changes nothing', async () => {
  const { decoder, windows } = bench();
  const first = decoder.decode('one', '/a', async () => {
    throw new NotImported('disk-full');
  });
  decoder.heard.ready();
  await expect(decoder.heard.piece(piece('one'))).rejects.toThrow('disk-full');
  await expect(first).rejects.toMatchObject({ refusal: { reason: 'disk-full' } });
  const second = decoder.decode('two', '/b', written);
  decoder.heard.decoded('one', file);
  await expect(decoder.heard.piece(piece('one'))).rejects.toMatchObject({ code: 'refused' });
  decoder.heard.decoded('two', { ...file, codec: 'AAC' });
  expect(await second).toMatchObject({ codec: 'AAC' });
  expect(windows.length).toBeGreaterThan(0);
});

test('what is stopped ends at once, and its window with it', async () => {
  const { decoder, windows } = bench();
  const first = decoder.decode('one', '/a', written);
  decoder.heard.ready();
  decoder.stop();
  await expect(first).rejects.toThrow();
  expect(windows[0]!.isClosed).toBe(true);
});
