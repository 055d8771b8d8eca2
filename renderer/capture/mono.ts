// Makes one channel out of what a source delivers, whatever its format and number of channels.

/** The average of all channels. Samples that are no numbers become silence. */
export function monoOf(data: AudioData): Float32Array {
  const channels = Array.from({ length: data.numberOfChannels }, (_, planeIndex) => {
    const plane = new Float32Array(data.numberOfFrames);
    data.copyTo(plane, { planeIndex, format: 'f32-planar' });
    return plane;
  });
  return average(channels, data.numberOfFrames);
}

export function average(channels: readonly Float32Array[], frames: number): Float32Array {
  const mono = new Float32Array(frames);
  for (let frame = 0; frame < frames; frame += 1) {
    let sum = 0;
    for (const channel of channels) sum += channel[frame] ?? 0;
    const value = sum / channels.length;
    mono[frame] = Number.isFinite(value) ? value : 0;
  }
  return mono;
}
