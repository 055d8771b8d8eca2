// Pages reach the file in order, a full disk notwithstanding.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Failure } from '../../../../contract/failure.ts';
import { createAudioFile } from '../../../../main/recording/audio-file.ts';
import { makePatientWriter } from '../../../../main/recording/patient-writer.ts';
import { makePage } from '../../../support/make-page.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => vi.useRealTimers());

/** A real file on a disk that is full when the test says so. */
async function aDisk() {
  const path = join(await temporaryFolder(), 'audio.ogg');
  const file = await createAudioFile(path);
  const disk = { full: false, asked: 0, answers: Promise.resolve() };
  const append = async (page: Uint8Array) => {
    disk.asked += 1;
    if (disk.full) throw new Failure('disk-full', 'No room');
    await disk.answers;
    await file.append(page);
  };
  const troubles: (string | null)[] = [];
  const writer = makePatientWriter(
    // Not a copy: a copy's getters would stand still.
    Object.assign(Object.create(file) as typeof file, { append }),
    (trouble) => troubles.push(trouble),
  );
  const kept = async () => new Uint8Array(await readFile(path));
  return { disk, writer, troubles, kept };
}

function aGate() {
  let open!: () => void;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { open, opened };
}

const page = (sequence: number, bodyBytes = 10) => makePage({ sequence, body: new Uint8Array(bodyBytes) });
const joined = (...pages: Uint8Array[]) => new Uint8Array(Buffer.concat(pages));

test('pages given all at once lie in the file in the order they were given', async () => {
  const { writer, kept, troubles } = await aDisk();
  const pages = [0, 1, 2, 3, 4].map((sequence) => page(sequence, 100 + sequence));
  for (const one of pages) writer.write(one);
  expect(await writer.finish()).toEqual({ lostBytes: 0 });
  expect(await kept()).toEqual(joined(...pages));
  expect(troubles).toEqual([]);
});

test('on a full disk pages wait, it is said once that they do, and all are written when there is room', async () => {
  const { disk, writer, kept, troubles } = await aDisk();
  disk.full = true;
  writer.write(page(0));
  await vi.waitFor(() => expect(troubles).toEqual(['disk-full']));
  writer.write(page(1));
  expect(disk.asked).toBe(1); // a new page is no reason to ask again: the timer is
  disk.full = false;
  await vi.advanceTimersByTimeAsync(500);
  await vi.waitFor(async () => expect(await kept()).toEqual(joined(page(0), page(1))));
  expect(troubles).toEqual(['disk-full', null]);
  expect(await writer.finish()).toEqual({ lostBytes: 0 });
});

test('the end of the call asks a full disk once more, and counts what found no room', async () => {
  const first = await aDisk();
  first.disk.full = true;
  first.writer.write(page(0));
  await vi.waitFor(() => expect(first.troubles).toEqual(['disk-full']));
  first.disk.full = false; // the kept room has just been given back
  expect(await first.writer.finish()).toEqual({ lostBytes: 0 });
  expect(await first.kept()).toEqual(page(0));

  const second = await aDisk();
  second.disk.full = true;
  second.writer.write(page(0));
  second.writer.write(page(1));
  expect(await second.writer.finish()).toEqual({ lostBytes: page(0).length + page(1).length });
  expect(vi.getTimerCount()).toBe(0);
});

test('what is no page is left out and counted; the pages around it are not held up', async () => {
  const { writer, kept, troubles } = await aDisk();
  writer.write(page(0));
  writer.write(new Uint8Array(7));
  writer.write(page(1));
  expect(await writer.finish()).toEqual({ lostBytes: 7 });
  expect(await kept()).toEqual(joined(page(0), page(1)));
  expect(troubles).toEqual([]);
});

test('memory has an end: beyond 128 MB the newest is lost and counted, what waits is not', async () => {
  const { disk, writer } = await aDisk();
  disk.full = true;
  const large = new Uint8Array(32 * 1024 * 1024);
  for (let count = 0; count < 5; count += 1) writer.write(large);
  expect(writer.waiting).toHaveLength(4);
  expect(await writer.finish()).toEqual({ lostBytes: 5 * large.length });
  expect(disk.asked).toBe(2); // the page at the head, twice: none jumped the queue
});

test('a page that comes while a call that waited for room is ended is written once, as all others are', async () => {
  const { disk, writer, kept, troubles } = await aDisk();
  const pages = [0, 1, 2, 3].map((sequence) => page(sequence));
  disk.full = true;
  for (const one of pages.slice(0, 3)) writer.write(one);
  await vi.waitFor(() => expect(troubles).toEqual(['disk-full']));
  disk.full = false;
  const [first, second] = [aGate(), aGate()];
  disk.answers = first.opened;
  const ended = writer.finish();
  await vi.waitFor(() => expect(disk.asked).toBe(2)); // the first is being written
  disk.answers = second.opened;
  first.open();
  await vi.waitFor(() => expect(disk.asked).toBe(3));
  writer.write(pages[3]!); // the capture window had been hanging
  second.open();
  expect(await ended).toEqual({ lostBytes: 0 });
  expect(await kept()).toEqual(joined(...pages));
  expect(() => writer.write(page(4))).toThrow('after the end');
});
