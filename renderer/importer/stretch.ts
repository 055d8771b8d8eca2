// What comes out of a file, in order: sound, or time for which there is none.

/** `sound`: one array a channel, all of one length. */
export type Stretch =
  | { what: 'sound'; channels: readonly Float32Array[]; sampleRateHz: number; fromSeconds: number }
  | { what: 'hole'; seconds: number; cause: string };

/** The planes of decoded data. Samples that are no numbers become silence. */
export function planesOf(data: AudioData): Float32Array[] {
  return Array.from({ length: data.numberOfChannels }, (_, planeIndex) => {
    const plane = new Float32Array(data.numberOfFrames);
    data.copyTo(plane, { planeIndex, format: 'f32-planar' });
    for (let at = 0; at < plane.length; at += 1) if (!Number.isFinite(plane[at])) plane[at] = 0;
    return plane;
  });
}
