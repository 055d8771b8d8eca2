// One file becomes a call's sound: decoded, laid out, encoded as Opus and sent to the app, a piece at a time.
import type { DecodedFile } from '../../contract/import.ts';
import { OpusPages } from '../capture/encoder.ts';
import { messageOf, type Door } from '../capture/door.ts';
import { gridRateHz } from '../capture/grid.ts';
import { PeakMeter } from '../capture/peaks.ts';
import { openFile } from './open-file.ts';
import type { ReadableFile } from './readable-file.ts';
import { Refused } from './refused.ts';
import type { Stretch } from './stretch.ts';
import { ToCall } from './to-call.ts';

type Sound = Extract<Stretch, { what: 'sound' }>;

/** Sound that is sent in one message. */
const pieceFrames = 2 * gridRateHz;
/** Stretches that may wait for the encoder. */
const greatestBacklog = 8;

export class DecodeJob {
  readonly #door: Door;
  readonly #job: string;
  readonly #peaks = new PeakMeter();
  readonly #encoder: OpusPages;
  #pages: Uint8Array[] = [];
  #gathered = { left: [] as Float32Array[], right: [] as Float32Array[], frames: 0 };
  #trouble: string | null = null;
  #isStopped = false;

  constructor(door: Door, job: string) {
    this.#door = door;
    this.#job = job;
    this.#encoder = new OpusPages(
      (page) => this.#pages.push(page),
      (message) => (this.#trouble ??= message),
    );
  }

  stop(): void {
    this.#isStopped = true;
  }

  /** Answers what the file is, null when it was stopped. Throws `Refused`, or what nobody foresaw. */
  async run(): Promise<DecodedFile | null> {
    const url = new URL(`/import/${encodeURIComponent(this.#job)}`, location.href);
    const file = await openFile(url);
    try {
      return await this.#decode(file);
    } finally {
      file.close();
    }
  }

  async #decode(file: ReadableFile): Promise<DecodedFile | null> {
    let call: ToCall | null = null;
    const before: Stretch[] = []; // holes that come before the first sound, which tells rate and channels
    for await (const stretch of file.sound()) {
      if (this.#isStopped) return this.#abandon();
      if (call === null) {
        before.push(stretch);
        if (stretch.what === 'hole') continue;
        call = this.#layOut(file, stretch);
        for (const one of before) call.add(one);
        continue;
      }
      call.add(stretch);
      if (this.#gathered.frames >= pieceFrames) await this.#send(partOf(call, file));
    }
    if (!call || call.frames === 0) throw new Refused('nothing-decodes', file.format);
    call.finish(file.promisedSeconds);
    this.#encodeGathered();
    this.#peaks.finish();
    await this.#encoder.finish();
    await this.#send(1);
    const cutShort = await file.cutShort(call.seconds);
    const { format, codec, channels, taggedMs } = file;
    return {
      format,
      codec,
      channels,
      sampleRateHz: file.sampleRateHz,
      voices: call.voices,
      gaps: call.holes.map(({ fromMs, toMs, cause }) => ({ fromMs, toMs, cause })),
      frames: call.frames,
      taggedMs,
      ...(cutShort && { cutShort }),
    };
  }

  /** Some files say half the rate, or half the channels, that their decoder gives. */
  #layOut({ skipSeconds }: ReadableFile, { sampleRateHz, channels }: Sound): ToCall {
    return new ToCall({ sampleRateHz, channels: channels.length, skipSeconds }, (left, right) => {
      this.#peaks.add(left, right);
      this.#gathered.left.push(left);
      this.#gathered.right.push(right);
      this.#gathered.frames += left.length;
    });
  }

  /** The encoder takes a second as easily as a packet, and with fewer messages between processes. */
  #encodeGathered(): void {
    const { left, right, frames } = this.#gathered;
    this.#gathered = { left: [], right: [], frames: 0 };
    if (frames > 0) this.#encoder.add(joined(left, frames), joined(right, frames));
  }

  /** The app answers when it has written; while a call is being recorded it takes its time. */
  async #send(part: number): Promise<void> {
    this.#encodeGathered();
    while (this.#encoder.waiting >= greatestBacklog) await moment();
    if (this.#trouble !== null) throw new Error(this.#trouble);
    const pages = this.#pages;
    this.#pages = [];
    const answer = await this.#door.ask('importer:piece', {
      job: this.#job,
      pages,
      peaks: this.#peaks.take(),
      part,
    });
    if (!answer.ok) throw new Error(`importer:piece was refused: ${answer.code} ${answer.message}`);
  }

  #abandon(): null {
    this.#encoder.abandon();
    return null;
  }

  /** After `run` threw. */
  giveUp(): void {
    try {
      this.#encoder.abandon();
    } catch (cause) {
      this.#trouble ??= messageOf(cause);
    }
  }
}

function partOf(call: ToCall, { promisedSeconds }: ReadableFile): number {
  return promisedSeconds ? Math.min(1, call.seconds / promisedSeconds) : 0;
}

function joined(parts: readonly Float32Array[], frames: number): Float32Array {
  if (parts.length === 1) return parts[0]!;
  const all = new Float32Array(frames);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

const moment = () => new Promise((resolve) => setTimeout(resolve, 1));
