// Plays the script into the two devices, line after line, while the caller marks what they have just heard.
import type { Page } from '@playwright/test';
import { devices, type SoundServer } from '../../tests/support/sound-server.ts';
import { mark, type Made } from './caller.ts';
import { sayLine, sayMark } from './say.ts';
import type { SpokenBeat } from './voices.ts';

/** A beat and when it happened, by `performance.now()`. */
export interface PlayedBeat extends SpokenBeat {
  startedAtMs: number;
  endedAtMs: number;
  /** When its mark was made; null when it has none. */
  made: Made | null;
}

interface Play {
  sound: SoundServer;
  window: Page;
  beats: readonly SpokenBeat[];
  recordedAtMs: number;
  /** Called while a beat is being heard. */
  during(beatId: string): Promise<void>;
}

/** A person marks what they heard while the talk goes on: each mark is made during the next line. */
export async function playCall({ sound, window, beats, recordedAtMs, during }: Play): Promise<PlayedBeat[]> {
  const played: PlayedBeat[] = [];
  const markLast = async () => {
    const last = played.at(-1);
    if (!last?.mark) return;
    last.made = await mark(window, last.mark);
    sayMark(last.made.askedAtMs - recordedAtMs, last.mark);
  };
  for (const beat of beats) {
    sayLine(performance.now() - recordedAtMs, beat);
    const [times] = await Promise.all([play(sound, beat), markLast().then(() => during(beat.id))]);
    played.push({ ...beat, ...times, made: null });
  }
  await markLast();
  return played;
}

async function play(
  sound: SoundServer,
  beat: SpokenBeat,
): Promise<{ startedAtMs: number; endedAtMs: number }> {
  const sink = beat.side === 'you' ? devices.micSink : devices.speakers;
  const playing = await sound.playFile(sink, beat.path);
  const startedAtMs = performance.now();
  await playing.ended;
  return { startedAtMs, endedAtMs: performance.now() };
}
