// Decodes a call's sound and measures its peaks, a piece at a time.
import {
  ALL_FORMATS,
  AudioSampleSink,
  Input,
  UrlSource,
  type AudioSample,
  type InputAudioTrack,
} from 'mediabunny';
import type { CallId } from '../../contract/call.ts';
import { gridRateHz } from './grid.ts';
import { PeakMeter } from './peaks.ts';

/** Pairs of bytes (you, them), as in `CapturedPage.peaks`. Rejects when the sound is missing or cannot be decoded. */
export async function measure(callId: CallId): Promise<Uint8Array> {
  const url = new URL(`/media/${encodeURIComponent(callId)}`, location.href);
  const input = new Input({ formats: ALL_FORMATS, source: new UrlSource(url) });
  try {
    const track = await input.getPrimaryAudioTrack();
    if (!track) throw new Error('no sound in it');
    return await measureTrack(track);
  } finally {
    input.dispose();
  }
}

async function measureTrack(track: InputAudioTrack): Promise<Uint8Array> {
  const meter = new PeakMeter();
  const endFrame = Math.round((await track.computeDuration()) * gridRateHz);
  for await (const sample of new AudioSampleSink(track).samples()) {
    try {
      if (sample.sampleRate !== gridRateHz) throw new Error(`a rate of ${sample.sampleRate} Hz`);
      const [you, them] = heardPart(sample, endFrame);
      meter.add(you, them);
    } finally {
      sample.close();
    }
  }
  meter.finish();
  return meter.take();
}

/** What a player plays: neither the encoder's run-up before 0 nor its padding after the end (RFC 7845, section 4). */
function heardPart(sample: AudioSample, endFrame: number): [you: Float32Array, them: Float32Array] {
  const start = Math.round(sample.timestamp * gridRateHz);
  const from = Math.max(0, -start);
  const to = Math.max(from, Math.min(sample.numberOfFrames, endFrame - start));
  const plane = (planeIndex: number): Float32Array => {
    const samples = new Float32Array(sample.numberOfFrames);
    sample.copyTo(samples, { planeIndex, format: 'f32-planar' });
    return samples.subarray(from, to);
  };
  return [plane(0), plane(sample.numberOfChannels - 1)];
}
