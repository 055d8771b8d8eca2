// `on-record record`: a call started from the command line, by this app or by the one that runs already.
import { randomUUID } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { recordingModes, type RecordingMode, type RecordingState } from '../../contract/recording.ts';
import { replaceFile } from '../library/replace-file.ts';
import { isName, type RecordCommand } from './command/parse-command.ts';
import type { Translate } from './strings.ts';

/** What one app hands the other. The answer comes back as a file of the profile that has this id in its name. */
const handedOver = z.object({
  record: z.object({
    company: z.string().refine((company) => company === '' || isName(company)),
    mode: z.enum(recordingModes).nullable(),
    answerId: z.uuid(),
  }),
});
export type HandedOver = z.output<typeof handedOver>;

const answerSchema = z.object({
  said: z.enum(['started', 'armed', 'alreadyRecording', 'failed']),
  why: z.string(),
});
/** `why` is for `failed` alone. */
export type RecordAnswer = z.output<typeof answerSchema>;

interface Deps {
  state(): RecordingState;
  start(details: { company: string; mode: RecordingMode }): Promise<unknown>;
  usualMode(): RecordingMode;
}

/** Never throws: what goes wrong is the answer. A call that is going on is left alone. */
export async function startAsAsked(
  { company, mode }: Omit<RecordCommand, 'name'>,
  { state, start, usualMode }: Deps,
): Promise<RecordAnswer> {
  if (state().phase !== 'idle') return { said: 'alreadyRecording', why: '' };
  try {
    await start({ company, mode: mode ?? usualMode() });
  } catch (cause) {
    return { said: 'failed', why: cause instanceof Error ? cause.message : String(cause) };
  }
  return { said: state().phase === 'armed' ? 'armed' : 'started', why: '' };
}

export const handOver = ({ company, mode }: RecordCommand): HandedOver => ({
  record: { company, mode, answerId: randomUUID() },
});

/** What another instance handed over, or null when it only wants to see the window. */
export function readHandedOver(data: unknown): HandedOver['record'] | null {
  const read = handedOver.safeParse(data);
  return read.success ? read.data.record : null;
}

const answerFile = (profile: string, answerId: string) => join(profile, `answer-${answerId}.json`);

/** Whole or not at all: the other side looks for it while it is being written. */
export async function answerRecord(profile: string, answerId: string, answer: RecordAnswer): Promise<void> {
  await replaceFile(answerFile(profile, answerId), JSON.stringify(answer));
}

/** The answer of the app that runs; null when none came in time. */
export async function awaitAnswer(
  profile: string,
  answerId: string,
  withinMs: number,
): Promise<RecordAnswer | null> {
  const file = answerFile(profile, answerId);
  for (const endsMs = performance.now() + withinMs; performance.now() < endsMs; await wait(50)) {
    const text = await readFile(file, 'utf8').catch(() => null);
    if (text === null) continue;
    await rm(file, { force: true });
    return answerSchema.parse(JSON.parse(text));
  }
  return null;
}

/** Says on the terminal what became of it. Returns the exit code: 0 when a call began or waits for its beginning. */
export function sayAnswer(answer: RecordAnswer | null, t: Translate): 0 | 1 {
  const words = answer
    ? t(`command:record.${answer.said}`, { why: answer.why })
    : t('command:record.noAnswer');
  const began = answer?.said === 'started' || answer?.said === 'armed';
  (began ? process.stdout : process.stderr).write(`${words}\n`);
  return began ? 0 : 1;
}
