// The first bytes of frames and packets say how long they are.
import { describe, expect, it } from 'vitest';
import { adtsHead, mp3Head } from '../../../../renderer/importer/frame-heads.ts';
import { opusFrames } from '../../../../renderer/importer/opus-frames.ts';

describe('heads of frames', () => {
  it.each([
    [[0xff, 0xfb, 0x90, 0x64], 417, 1152 / 44_100], // MPEG-1, 128 kbit/s, 44.1 kHz, stereo
    [[0xff, 0xfb, 0x92, 0x64], 418, 1152 / 44_100], // the same, padded
    [[0xff, 0xf3, 0x40, 0xc4], 104, 576 / 22_050], // MPEG-2, 32 kbit/s, 22.05 kHz, mono
    [[0xff, 0xe3, 0x18, 0xc4], 72, 576 / 8_000], // MPEG-2.5, 8 kbit/s, 8 kHz, mono
  ])('MP3 %j is %i bytes', (bytes, size, seconds) => {
    const head = mp3Head(Uint8Array.from([...bytes, ...Array(40).fill(0)]), 0);
    expect(head).toMatchObject({ bytes: size, isSilentInfo: false });
    expect(head!.seconds).toBeCloseTo(seconds, 6);
  });

  it.each([
    [0xff, 0xfb, 0xf0, 0x64],
    [0xff, 0xfb, 0x9c, 0x64],
    [0xff, 0xeb, 0x90, 0x64],
    [0xfe, 0xfb, 0x90, 0x64],
    [0xff],
  ])('MP3 has no head such as %j', (...bytes) => {
    expect(mp3Head(Uint8Array.from(bytes), 0)).toBeNull();
  });

  it('AAC says its length', () => {
    const head = adtsHead(Uint8Array.from([0xff, 0xf1, 0x50, 0x80, 0x2e, 0x7f, 0xfc]), 0);
    expect(head).toMatchObject({ bytes: 371 });
    expect(head!.seconds).toBeCloseTo(1024 / 44_100, 6);
    expect(adtsHead(Uint8Array.from([0xff, 0xfb, 0x50, 0x80, 0x2e, 0x7f, 0xfc]), 0)).toBeNull();
  });
});

describe('Opus packets', () => {
  it.each([
    [[0xfc], 960], // CELT 20 ms, one
    [[0xfd], 1920], // two of the same size
    [[0xff, 0x03], 2880], // three, counted
    [[0x18], 2880], // SILK 60 ms
    [[0x60], 480], // hybrid 10 ms
    [[0x80], 120], // CELT 2.5 ms
    [[], 0],
  ])('%j is %i frames', (bytes, frames) => {
    expect(opusFrames(Uint8Array.from(bytes))).toBe(frames);
  });
});
