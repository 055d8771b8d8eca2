// Where sound comes from on this platform: what the recorder needs to know, and what only one file may know how to do.
import type { Side } from '../../../contract/call.ts';
import type { SourceRequest } from '../../../contract/capture.ts';
import type { Devices } from '../../../contract/recording.ts';

export interface PreparedSource {
  /** How the capture window gets at it. */
  request: SourceRequest;
  /** What the user calls it; empty where only the capture window finds that out, as it opens it. */
  label: string;
}

export interface SoundSystem {
  /** What can be chosen now. */
  devices(): Promise<Devices>;
  /** Makes a side's source ready. `chosen` is a device's label; null follows the system's default. Throws `no-microphone` or `no-system-sound`. */
  prepare(side: Side, chosen: string | null): Promise<PreparedSource>;
  /** To be called just before the capture window opens the side, so that its stream can be told from others. */
  expect(side: Side): Promise<void>;
  /** Is the side really connected to what was prepared? Asked of the sound system, never of the capture window. */
  check(side: Side): Promise<SourceCheck>;
  /** True when the default has moved on and a side that follows it should be prepared anew. */
  outdated(side: Side): Promise<boolean>;
  /** The side is not wanted any more: nothing that was set up for it goes on listening. */
  close(side: Side): Promise<void>;
  /** Hears of any change in devices or streams. Returns unsubscribe. */
  watch(onChange: () => void): () => void;
  /** Sides whose source delivers nothing while nothing plays, so that missing packets are no gap. */
  readonly silentWhenIdle: readonly Side[];
  /** Takes back everything that was set up. */
  release(): Promise<void>;
}

export type SourceCheck = 'right' | 'replaced' | 'unplugged';
