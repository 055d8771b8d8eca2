// Stereo frames become Opus, and Opus becomes Ogg pages, each handed over as soon as it is whole.
import { EncodedAudioPacketSource, EncodedPacket, NullTarget, OggOutputFormat, Output } from 'mediabunny';
import { complain } from './door.ts';
import { gridRateHz } from './grid.ts';

/** 64 kbit/s for both sides together: 29 MB an hour. */
const bitsPerSecond = 64_000;
const pageSeconds = 0.1;
const framesPerPacket = 960;

interface Held {
  packet: EncodedPacket;
  meta: EncodedAudioChunkMetadata | undefined;
}

export class OpusPages {
  readonly #onTrouble: (message: string) => void;
  readonly #encoder: AudioEncoder;
  readonly #source = new EncodedAudioPacketSource('opus');
  readonly #output: Output;
  /** The newest packet is held back: only the last one may be cut short. */
  #held: Held | null = null;
  #packets = 0;
  #frames = 0;
  /** Known once the end is: packets beyond it hold nothing but padding. */
  #packetsInAll = Infinity;
  /** Frames that a decoder drops at the start: 312 from libopus at 48 kHz, and what OpusHead says once it is there. */
  #preSkip = 312;
  #muxing: Promise<void>;

  /** `onPage` gets a copy of each Ogg page, in order. `onTrouble` is called when no more pages can be expected. */
  constructor(onPage: (page: Uint8Array) => void, onTrouble: (message: string) => void) {
    this.#onTrouble = onTrouble;
    const format = new OggOutputFormat({
      maximumPageDuration: pageSeconds,
      onPage: (page) => onPage(page.slice()),
    });
    this.#output = new Output({ format, target: new NullTarget() });
    this.#output.addAudioTrack(this.#source);
    this.#muxing = this.#output.start();
    this.#encoder = new AudioEncoder({
      output: (chunk, meta) => this.#onChunk(chunk, meta),
      error: (error) => onTrouble(`encoder: ${error.message}`),
    });
    this.#encoder.configure({
      codec: 'opus',
      sampleRate: gridRateHz,
      numberOfChannels: 2,
      bitrate: bitsPerSecond,
    });
  }

  /** Stretches given but not encoded yet. */
  get waiting(): number {
    return this.#encoder.encodeQueueSize;
  }

  add(you: Float32Array, them: Float32Array): void {
    if (you.length === 0) return;
    this.#encode(you, them);
    this.#frames += you.length;
  }

  /** Writes what is left. The file then lasts exactly as long as what was added. */
  async finish(): Promise<void> {
    // What a decoder drops at the start it lacks at the end, so as much must follow.
    const inAll = this.#frames + this.#preSkip;
    this.#packetsInAll = Math.ceil(inAll / framesPerPacket);
    const silence = new Float32Array(this.#packetsInAll * framesPerPacket - this.#frames);
    if (silence.length > 0) this.#encode(silence, silence);
    await this.#encoder.flush();
    this.#encoder.close();
    if (this.#held) this.#mux(this.#held, inAll - (this.#packets - 1) * framesPerPacket);
    await this.#muxing;
    await this.#output.finalize();
  }

  /** Lets go of everything; no page comes afterwards. */
  abandon(): void {
    if (this.#encoder.state !== 'closed') this.#encoder.close();
    this.#output.cancel().catch((error: unknown) => complain(`abandoning: ${String(error)}`));
  }

  #encode(you: Float32Array, them: Float32Array): void {
    const planes = new Float32Array(2 * you.length);
    planes.set(you);
    planes.set(them, you.length);
    const data = new AudioData({
      format: 'f32-planar',
      sampleRate: gridRateHz,
      numberOfChannels: 2,
      numberOfFrames: you.length,
      timestamp: Math.round((this.#frames / gridRateHz) * 1_000_000),
      data: planes,
    });
    this.#encoder.encode(data);
    data.close();
  }

  #onChunk(chunk: EncodedAudioChunk, meta: EncodedAudioChunkMetadata | undefined): void {
    const description = meta?.decoderConfig?.description;
    if (description) this.#preSkip = preSkipOf(description);
    if (this.#packets >= this.#packetsInAll) return;
    if (this.#held) this.#mux(this.#held, framesPerPacket);
    const data = new Uint8Array(chunk.byteLength);
    chunk.copyTo(data);
    const seconds = (this.#packets * framesPerPacket) / gridRateHz;
    this.#held = { packet: new EncodedPacket(data, 'key', seconds, framesPerPacket / gridRateHz), meta };
    this.#packets += 1;
  }

  #mux({ packet, meta }: Held, frames: number): void {
    const trimmed = packet.clone({ duration: frames / gridRateHz });
    this.#muxing = this.#muxing.then(() => this.#source.add(trimmed, meta));
    this.#muxing.catch((error: unknown) => this.#onTrouble(`page writer: ${String(error)}`));
  }
}

/** OpusHead, RFC 7845 section 5.1: bytes 10 and 11, little-endian. */
function preSkipOf(description: AllowSharedBufferSource): number {
  const view = ArrayBuffer.isView(description)
    ? new DataView(description.buffer, description.byteOffset, description.byteLength)
    : new DataView(description);
  return view.getUint16(10, true);
}
