// What happens in the demo, from an empty library to the promise heard again. Each step has a name, for when it fails.
import type { Page } from '@playwright/test';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { devices, type SoundServer } from '../../tests/support/sound-server.ts';
import * as caller from './caller.ts';
import { playCall, type PlayedBeat } from './play-call.ts';
import { readSavedCall, type SavedCall } from './saved-call.ts';
import { about, company, promise, searchWords } from './script.ts';
import type { Shots } from './shots.ts';
import { step } from './step.ts';
import type { SpokenBeat } from './voices.ts';

export interface Told {
  beats: PlayedBeat[];
  recorded: caller.Made;
  stopped: caller.Made;
  saved: SavedCall;
  /** A recording of what the speakers played when the promise was listened to. */
  playedBack: string;
}

interface Actors {
  window: Page;
  sound: SoundServer;
  library: string;
  spoken: readonly SpokenBeat[];
  shots: Shots;
}

export async function tellStory({ window, sound, library, spoken, shots }: Actors): Promise<Told> {
  const recorded = await step('record', async () => {
    await caller.sourcesAreLive(window);
    await caller.fillIn(window, company, about);
    return caller.record(window);
  });
  const during = async (beatId: string) => {
    if (beatId === 'hold music') {
      await caller.waitedOnHold(window);
      await shots.take('1-on-hold');
    }
    if (beatId === 'thanks') await shots.take('2-recording');
  };
  const beats = await step('talk and mark', () =>
    playCall({ sound, window, beats: spoken, recordedAtMs: recorded.shownAtMs, during }),
  );
  const stopped = await step('stop', () => caller.stop(window));
  const saved = await step('read what was saved', () => readSavedCall(library));

  await step(`find the call by “${searchWords}”`, async () => {
    await caller.find(window, searchWords, [company, promise]);
    await shots.take('3-calls-found');
  });
  const playedBack = await step('open the call and listen to the promise', async () => {
    await caller.open(window, company);
    const speakers = await sound.startRecording(devices.speakersMonitor);
    await caller.listenTo(window, promise);
    await shots.take('4-call-playing');
    const kept = saved.call.marks.find((mark) => mark.text === promise);
    await caller.playedUpTo(window, kept?.toMs ?? 0);
    const path = join(shots.folder, '..', 'played-back.wav');
    await copyFile(await speakers.stop(), path);
    return path;
  });
  return { beats, recorded, stopped, saved, playedBack };
}
