// Decodes packet after packet and survives those that are damaged: a decoder that gives up is replaced, and the packet it
// gave up at becomes a hole as long as the packet.
import { unreadableInFile } from '../../contract/import.ts';
import type { Packet } from './packet.ts';
import { planesOf, type Stretch } from './stretch.ts';

interface Waiting {
  packet: Packet;
  us: number;
}

/** Packets that may wait for the decoder. */
const greatestBacklog = 16;
/** Packets the decoder may have taken without a word before they count as lost. */
const greatestSilence = 500;
const sameUs = 500;
/** A decoder that says nothing for this long has given up without a word. */
const standstillMs = 5_000;

export class PacketDecoder {
  readonly #config: AudioDecoderConfig;
  readonly #startSeconds: number;
  readonly #ready: Stretch[] = [];
  #decoder: AudioDecoder;
  /** Given to the decoder and not heard of since, oldest first. */
  #waiting: Waiting[] = [];
  #hasFailed = false;
  #heard = 0;
  #lost = 0;
  #wake: (() => void) | null = null;

  /** Throws what `configure` throws. `startSeconds`: when the first packet is; timestamps below 0 are not for decoders. */
  constructor(config: AudioDecoderConfig, startSeconds: number) {
    this.#config = config;
    this.#startSeconds = startSeconds;
    this.#decoder = this.#makeDecoder();
  }

  /** Packets that gave sound, and packets that gave none. */
  get counts(): { heard: number; lost: number } {
    return { heard: this.#heard, lost: this.#lost };
  }

  /** Gives one packet and answers what has become known meanwhile. */
  async decode(packet: Packet): Promise<Stretch[]> {
    this.#feed({ packet, us: Math.round((packet.timestamp - this.#startSeconds) * 1_000_000) });
    while (this.#waiting.length > 0 && this.#isBusy()) await this.#step();
    while (this.#waiting.length > greatestSilence) this.#lose();
    return this.#ready.splice(0);
  }

  /** Everything that is still to come. */
  async finish(): Promise<Stretch[]> {
    while (this.#hasFailed || !(await this.#flush())) {
      if (this.#waiting.length === 0) break;
      this.#replace();
    }
    while (this.#waiting.length > 0) this.#lose();
    return this.#ready.splice(0);
  }

  close(): void {
    if (this.#decoder.state !== 'closed') this.#decoder.close();
  }

  #isBusy(): boolean {
    return this.#hasFailed || this.#decoder.decodeQueueSize >= greatestBacklog;
  }

  #makeDecoder(): AudioDecoder {
    const decoder: AudioDecoder = new AudioDecoder({
      output: (data) => {
        this.#take(data);
        data.close();
        this.#wakeUp();
      },
      error: () => {
        if (decoder !== this.#decoder) return;
        this.#hasFailed = true;
        this.#wakeUp();
      },
    });
    decoder.addEventListener('dequeue', () => this.#wakeUp());
    decoder.configure(this.#config);
    return decoder;
  }

  #feed(one: Waiting): void {
    this.#waiting.push(one);
    if (this.#hasFailed) return;
    const { data, duration } = one.packet;
    try {
      this.#decoder.decode(
        new EncodedAudioChunk({
          type: 'key',
          timestamp: one.us,
          duration: Math.round(duration * 1_000_000),
          data,
        }),
      );
    } catch {
      this.#hasFailed = true;
    }
  }

  async #step(): Promise<void> {
    if (this.#hasFailed) return this.#replace();
    if (await this.#isStandstill(new Promise<void>((resolve) => (this.#wake = resolve))))
      this.#hasFailed = true;
  }

  async #isStandstill(news: Promise<unknown>): Promise<boolean> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const standstill = new Promise<true>((resolve) => {
      timer = setTimeout(() => resolve(true), standstillMs);
    });
    return Promise.race([news.then(() => false), standstill]).finally(() => clearTimeout(timer));
  }

  /** The oldest packet without an answer is taken for the one at which the decoder gave up. */
  #replace(): void {
    this.close();
    this.#hasFailed = false;
    this.#lose();
    const again = this.#waiting;
    this.#waiting = [];
    this.#decoder = this.#makeDecoder();
    for (const one of again) this.#feed(one);
  }

  async #flush(): Promise<boolean> {
    try {
      this.#hasFailed ||= await this.#isStandstill(this.#decoder.flush());
      return !this.#hasFailed;
    } catch {
      this.#hasFailed = true;
      return false;
    }
  }

  #lose(): void {
    const lost = this.#waiting.shift();
    if (!lost) return;
    this.#lost += 1;
    this.#ready.push({ what: 'hole', seconds: lost.packet.duration, cause: unreadableInFile });
  }

  /** Packets before the one that this sound is of were swallowed. */
  #take(data: AudioData): void {
    const next = this.#waiting.findIndex(({ us }) => us > data.timestamp + sameUs);
    const answered = next === -1 ? this.#waiting.length : next;
    for (let extra = answered - 1; extra > 0; extra -= 1) this.#lose();
    const one = answered > 0 ? this.#waiting.shift() : undefined;
    this.#heard += 1;
    if (data.numberOfFrames === 0) return;
    this.#ready.push({
      what: 'sound',
      channels: planesOf(data),
      sampleRateHz: data.sampleRate,
      fromSeconds: one?.packet.timestamp ?? 0,
    });
  }

  #wakeUp(): void {
    this.#wake?.();
    this.#wake = null;
  }
}
