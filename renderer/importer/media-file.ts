// Opens a file of one of the formats that mediabunny reads: which sound is in it, and what its head says of that.
import { ALL_FORMATS, Input, UrlSource, type InputAudioTrack } from 'mediabunny';
import { bytesOf } from './bytes-of.ts';
import { endOf, promisedLength } from './end-of-file.ts';
import { FileBytes } from './file-bytes.ts';
import { isChained } from './ogg-pages.ts';
import type { ReadableFile } from './readable-file.ts';
import { Refused } from './refused.ts';
import { preSkipSeconds } from './run-up.ts';
import { soundOf } from './sound-of-file.ts';

/** A file as its container describes it. */
export interface MediaFile {
  track: InputAudioTrack;
  config: AudioDecoderConfig;
  format: string;
  codec: string;
  promisedSeconds: number | null;
}

/** Where people know a format by another name than its specification. */
const formatNames: Readonly<Record<string, string>> = {
  MP4: 'M4A',
  WAVE: 'WAV',
  ADTS: 'AAC',
  'QuickTime File Format': 'QuickTime',
};
const codecNames: Readonly<Record<string, string>> = {
  aac: 'AAC',
  mp3: 'MP3',
  opus: 'Opus',
  vorbis: 'Vorbis',
  flac: 'FLAC',
  ulaw: 'µ-law',
  alaw: 'A-law',
  ac3: 'AC-3',
  eac3: 'E-AC-3',
};

const codecName = (codec: string): string =>
  codecNames[codec] ?? (codec.startsWith('pcm') ? 'PCM' : codec.toUpperCase());

/** Throws `Refused`. */
export async function openMedia(url: URL): Promise<ReadableFile> {
  // A file of ours that cannot be fetched now will not be there in a moment either.
  const source = new UrlSource(url, { getRetryDelay: () => null });
  const input = new Input({ formats: ALL_FORMATS, source });
  try {
    return await look(input, url);
  } catch (cause) {
    input.dispose();
    throw cause;
  }
}

async function look(input: Input, url: URL): Promise<ReadableFile> {
  const found = await input.getFormat().catch((cause: unknown) => {
    throw new Refused('not-sound', '', { cause });
  });
  const format = formatNames[found.name] ?? found.name;
  const track = await input.getPrimaryAudioTrack().catch((cause: unknown) => {
    throw asRefused(cause, format);
  });
  if (!track) throw await withoutTrack(input, format, url);
  const codec = await track.getCodec();
  if (codec === null)
    throw new Refused('codec', codecName(String((await track.getInternalCodecId()) ?? '?')));
  const config = await track.getDecoderConfig().catch(() => null);
  if (config === null) throw new Refused('head-missing', format);
  if (!(await track.canDecode())) throw new Refused('codec', codecName(codec));
  // The reader of other streams than Opus stops where the first one ends, as if that were all.
  if (found.name === 'Ogg' && codec !== 'opus' && (await isChained(new FileBytes(url))))
    throw new Refused('codec', `several pieces of ${codecName(codec)}, one behind the other`);
  const tags = await input.getMetadataTags().catch(() => null);
  const sampleRateHz = await track.getSampleRate();
  const byHead = await track.getDurationFromMetadata().catch(() => null);
  // Opus counts at 48 kHz, whatever it was made from (RFC 7845, section 4).
  const granuleRateHz = codec === 'opus' ? 48_000 : sampleRateHz;
  const promisedSeconds = await promisedLength(format, byHead, preSkipSeconds(config), granuleRateHz, url);
  const media: MediaFile = { track, config, format, codec: codecName(codec), promisedSeconds };
  return {
    format,
    codec: media.codec,
    channels: await track.getNumberOfChannels(),
    sampleRateHz,
    promisedSeconds,
    taggedMs: momentOf(tags?.date),
    skipSeconds: preSkipSeconds(config) || Math.max(0, -(await track.getFirstTimestamp().catch(() => 0))),
    sound: () => soundOf(media, url),
    cutShort: (foundSeconds) => endOf(media, foundSeconds, url),
    close: () => input.dispose(),
  };
}

/** Most tags name a year or a day: only one with a time of day is a moment. */
function momentOf(date: Date | undefined): number | null {
  if (!date || Number.isNaN(date.getTime())) return null;
  const isDay = [
    [date.getHours(), date.getMinutes(), date.getSeconds()],
    [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()],
  ].some((time) => time.every((part) => part === 0));
  return isDay ? null : date.getTime();
}

/** No sound that can be read: because there is none, it is of a kind unknown here, or the part that lists it is missing. */
async function withoutTrack(input: Input, format: string, url: URL): Promise<Refused> {
  const others = await input.getTracks().catch(() => []);
  if (others.length > 0) return new Refused('no-sound-in-it', format);
  if (format !== 'Ogg') return new Refused('head-missing', format);
  const head = new TextDecoder('latin1').decode(await bytesOf(url, 'bytes=0-63'));
  const codec = oggCodecs.find(([sign]) => head.includes(sign));
  return codec ? new Refused('codec', codec[1]) : new Refused('head-missing', format);
}

/** How the first packet of an Ogg stream begins. */
const oggCodecs = [
  ['Speex', 'Speex'],
  ['\x7fFLAC', 'FLAC in Ogg'],
  ['theora', 'Theora'],
] as const;

/** What the reader of a format says of a head that it cannot make sense of. */
function asRefused(cause: unknown, format: string): Refused {
  const said = cause instanceof Error ? cause.message : String(cause);
  const codec = /Unsupported WAVE codec \(format tag (\d+)\)/.exec(said);
  if (codec) return new Refused('codec', waveCodecs[Number(codec[1])] ?? `WAV ${codec[1]}`, { cause });
  return new Refused('head-missing', format, { cause });
}

/** Format tags of WAV files that recorders and telephone systems write: RFC 2361. */
const waveCodecs: Readonly<Record<number, string>> = {
  2: 'MS-ADPCM',
  17: 'IMA-ADPCM',
  49: 'GSM 6.10',
  64: 'G.721',
  85: 'MP3 in WAV',
};
