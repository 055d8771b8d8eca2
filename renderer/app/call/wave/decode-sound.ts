// Decodes a call's sound a piece at a time, for a waveform so near that single samples show.
import { ALL_FORMATS, AudioSampleSink, Input, UrlSource, type AudioSample } from 'mediabunny';

/** Samples of one second, from -1 to 1; shorter at the end of the call. */
export interface Piece {
  rateHz: number;
  you: Float32Array;
  them: Float32Array;
}

/** An Opus decoder has to hear this much before it says the same as one that began earlier (RFC 7845, section 4.6). */
const runUpSeconds = 0.08;

export interface Decoder {
  /** The second that begins at `index` seconds. Rejects when the sound cannot be read. */
  piece(index: number): Promise<Piece>;
  close(): void;
}

export async function openDecoder(source: string): Promise<Decoder> {
  const input = new Input({ formats: ALL_FORMATS, source: new UrlSource(new URL(source, location.href)) });
  const track = await input.getPrimaryAudioTrack();
  if (!track) throw new Error('There is no sound in it');
  const sink = new AudioSampleSink(track);
  return {
    async piece(index) {
      const rateHz = await track.getSampleRate();
      const piece = { rateHz, you: new Float32Array(rateHz), them: new Float32Array(rateHz) };
      for await (const sample of sink.samples(Math.max(0, index - runUpSeconds), index + 1)) {
        lay(sample, piece, index * rateHz);
        sample.close();
      }
      return piece;
    },
    close: () => input.dispose(),
  };
}

/** Puts the part of `sample` that lies in the piece where it belongs. */
function lay(sample: AudioSample, piece: Piece, pieceStart: number): void {
  const start = Math.round(sample.timestamp * piece.rateHz) - pieceStart;
  const from = Math.max(0, -start);
  const to = Math.min(sample.numberOfFrames, piece.rateHz - start);
  if (from >= to) return;
  const plane = new Float32Array(sample.numberOfFrames);
  for (const [side, planeIndex] of [['you', 0] as const, ['them', sample.numberOfChannels - 1] as const]) {
    sample.copyTo(plane, { planeIndex, format: 'f32-planar' });
    piece[side].set(plane.subarray(from, to), start + from);
  }
}
