// One side's source over time: opened, found to be right or wrong, lost, opened again; its sound goes into the side's track.
import type { Side } from '../../contract/call.ts';
import type { SideReport, SourceRequest } from '../../contract/capture.ts';
import type { SourceLoss } from '../../contract/recording.ts';
import { listInputs } from './devices.ts';
import { messageOf, nowUs, tell, type Door } from './door.ts';
import { Level } from './level.ts';
import { lossOf, openStream } from './open-stream.ts';
import type { ArrivedPacket, TimedPacket } from './packet.ts';
import { readPackets } from './packets.ts';
import { SourceClock } from './source-clock.ts';
import { Track } from './track.ts';

/** What an attempt to open the side holds; a new attempt makes a new one, so that nothing of the old one can leak in. */
interface Attempt {
  number: number;
  clock: SourceClock;
  stream: MediaStreamTrack | null;
}

export class SideSource {
  readonly track = new Track();
  readonly #door: Door;
  readonly #side: Side;
  readonly #level = new Level();
  #attempt: Attempt | null = null;

  constructor(door: Door, side: Side) {
    this.#door = door;
    this.#side = side;
  }

  get isOpen(): boolean {
    return this.#attempt !== null;
  }

  open(number: number, source: SourceRequest): void {
    this.close('source opening');
    const attempt = { number, clock: new SourceClock(), stream: null };
    this.#attempt = attempt;
    this.#run(attempt, source).catch((error: unknown) =>
      this.#lose(attempt, lossOf(error), messageOf(error)),
    );
  }

  close(cause: string): void {
    this.track.breakOff();
    this.track.withhold(cause, nowUs());
    const { stream } = this.#attempt ?? {};
    this.#attempt = null;
    stream?.stop();
  }

  trust(number: number): void {
    if (this.#attempt?.number === number) this.track.trust(nowUs());
  }

  /** Sound from `frame` on that was not taken yet may be another source's. */
  distrust(cause: string, frame: number): void {
    this.track.withhold(cause, nowUs());
    this.track.forget(frame);
  }

  /** Lays out what has waited for a verdict long enough. */
  tick(now: number): void {
    this.#lay(this.#attempt?.clock.settle(now) ?? []);
    this.track.settle(now);
  }

  report(): SideReport {
    return this.#level.take();
  }

  async #run(attempt: Attempt, source: SourceRequest): Promise<void> {
    const isWanted = (): boolean => this.#attempt === attempt;
    const stream = await openStream(source);
    if (!isWanted()) return stream.stop();
    attempt.stream = stream;
    const { deviceId, sampleRate } = stream.getSettings();
    tell(this.#door, 'capture:opened', {
      side: this.#side,
      attempt: attempt.number,
      label: stream.label,
      sampleRateHz: sampleRate ?? 0,
    });
    await readPackets(stream, isWanted, (packet) => this.#hear(attempt, packet));
    if (!isWanted()) return;
    const isThere = source.kind === 'loopback' || (await isPlugged(deviceId));
    this.#lose(attempt, isThere ? 'failed' : 'unplugged', 'the source ended');
  }

  #hear(attempt: Attempt, packet: ArrivedPacket): void {
    this.#level.hear(packet.samples, this.track.presence.phase === 'live');
    this.#lay(attempt.clock.accept(packet));
  }

  #lay(packets: readonly TimedPacket[]): void {
    for (const packet of packets) this.track.lay(packet);
  }

  #lose(attempt: Attempt, cause: SourceLoss, message: string): void {
    if (this.#attempt !== attempt) return;
    this.close('source lost');
    tell(this.#door, 'capture:failed', { side: this.#side, attempt: attempt.number, cause, message });
  }
}

async function isPlugged(deviceId: string | undefined): Promise<boolean> {
  if (deviceId === undefined || deviceId === 'default') return true;
  return (await listInputs()).some((device) => device.deviceId === deviceId);
}
