// The heads of frames of MP3 (ISO/IEC 11172-3, 13818-3) and of AAC in ADTS (ISO/IEC 13818-7).

export interface FrameHead {
  bytes: number;
  seconds: number;
  /** What all frames of a file have in common. */
  kind: string;
  /** A frame that holds no sound but facts about the file: "Xing" or "Info". */
  isSilentInfo: boolean;
}

const kbps = {
  one: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  two: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
} as const;
const mp3RatesHz = [44_100, 48_000, 32_000] as const;

/** Layer III only: the other layers are nobody's recordings. */
export function mp3Head(data: Uint8Array, at: number): FrameHead | null {
  if (at + 4 > data.length || data[at] !== 0xff || (data[at + 1]! & 0xe0) !== 0xe0) return null;
  const version = (data[at + 1]! >> 3) & 3; // 3: MPEG-1, 2: MPEG-2, 0: MPEG-2.5
  const layer = (data[at + 1]! >> 1) & 3;
  const rate = mp3RatesHz[(data[at + 2]! >> 2) & 3];
  const rateIndex = data[at + 2]! >> 4;
  const bitrate = (version === 3 ? kbps.one : kbps.two)[rateIndex];
  if (version === 1 || layer !== 1 || !rate || !bitrate) return null;
  const rateHz = rate / (version === 3 ? 1 : version === 2 ? 2 : 4);
  const frames = version === 3 ? 1152 : 576;
  const padding = (data[at + 2]! >> 1) & 1;
  const mono = data[at + 3]! >> 6 === 3;
  const bytes = Math.floor(((frames / 8) * bitrate * 1000) / rateHz) + padding;
  // The side information lies before it; its length hangs on version and channels.
  const info = at + 4 + (version === 3 ? (mono ? 17 : 32) : mono ? 9 : 17);
  const sign = String.fromCharCode(...data.subarray(info, info + 4));
  return {
    bytes,
    seconds: frames / rateHz,
    kind: `${version} ${rateHz} ${mono}`,
    isSilentInfo: sign === 'Xing' || sign === 'Info',
  };
}

const aacRatesHz = [
  96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8_000, 7_350,
];

export function adtsHead(data: Uint8Array, at: number): FrameHead | null {
  if (at + 7 > data.length || data[at] !== 0xff || (data[at + 1]! & 0xf6) !== 0xf0) return null;
  const rateHz = aacRatesHz[(data[at + 2]! >> 2) & 15];
  const bytes = ((data[at + 3]! & 3) << 11) | (data[at + 4]! << 3) | (data[at + 5]! >> 5);
  if (!rateHz || bytes < 7) return null;
  const channels = ((data[at + 2]! & 1) << 2) | (data[at + 3]! >> 6);
  const blocks = (data[at + 6]! & 3) + 1;
  return { bytes, seconds: (1024 * blocks) / rateHz, kind: `${rateHz} ${channels}`, isSilentInfo: false };
}
