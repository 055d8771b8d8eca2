// Lets one side of a call be heard alone, in the middle: its channel is taken out of the media element's sound.
import type { Heard } from './skip.ts';

/** How loud each channel goes to each ear: [you to left, you to right, them to left, them to right]. */
const mixes: Record<Heard, readonly [number, number, number, number]> = {
  both: [1, 0, 0, 1],
  you: [1, 1, 0, 0],
  them: [0, 0, 1, 1],
};

/** So short that nobody waits for it, and long enough that nothing clicks. */
const fadeSeconds = 0.015;

/** Once made, all of the element's sound goes through it: so it is made when a side is first wanted alone, and not before. */
export class SideChannels {
  readonly #context = new AudioContext();
  readonly #gains: readonly GainNode[];

  constructor(audio: HTMLAudioElement) {
    const context = this.#context;
    const source = context.createMediaElementSource(audio);
    // A file with a single channel has the same sound on both sides.
    const stereo = new GainNode(context, { channelCount: 2, channelCountMode: 'explicit' });
    const splitter = context.createChannelSplitter(2);
    const merger = context.createChannelMerger(2);
    source.connect(stereo).connect(splitter);
    this.#gains = mixes.both.map((gain, route) => {
      const node = new GainNode(context, { gain });
      splitter.connect(node, route >> 1);
      node.connect(merger, 0, route & 1);
      return node;
    });
    merger.connect(context.destination);
  }

  hear(heard: Heard): void {
    const { currentTime } = this.#context;
    this.#gains.forEach(({ gain }, route) =>
      gain.setTargetAtTime(mixes[heard][route]!, currentTime, fadeSeconds),
    );
  }

  /** The system may have put it to rest; before each playing. */
  wake(): void {
    if (this.#context.state === 'suspended') void this.#context.resume();
  }

  close(): void {
    void this.#context.close();
  }
}
