// What the user set, in <profile>/settings.json. A file that makes no sense is put aside, one that cannot be opened is left alone.
import { readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { markKinds } from '../../contract/call.ts';
import { Failure } from '../../contract/failure.ts';
import { recordingModes } from '../../contract/recording.ts';
import { situations } from '../../contract/consent.ts';
import {
  closings,
  preRolls,
  reminderChoices,
  sayingLanguages,
  themes,
  type Settings,
} from '../../contract/settings.ts';
import { replaceFile } from '../library/replace-file.ts';
import { retentionRuleSchema } from '../library/retention-rule.ts';
import { makeQueue } from '../queue.ts';

const reachBackMs = z.number().int().min(0).max(120_000);
const schema = z.object({
  microphone: z.string().max(500).nullable(),
  output: z.string().max(500).nullable(),
  playback: z.string().max(500).nullable(),
  mode: z.enum(recordingModes),
  preRoll: z.enum(preRolls),
  theme: z.enum(themes),
  reminders: z.enum(reminderChoices),
  whenClosed: z.enum(closings),
  reachBackMs: z.record(z.enum(markKinds), reachBackMs),
  confirmationTemplate: z.string().max(20_000).nullable(),
  places: z.object({ you: z.string().max(20), them: z.string().max(20) }),
  sayings: z.record(z.enum(situations), z.string().max(2_000).nullable()),
  sayingLanguage: z.enum(sayingLanguages).nullable(),
  searches: z.array(z.object({ name: z.string().min(1).max(100), query: z.string().max(20_000) })).max(200),
  keepCallsFor: retentionRuleSchema.nullable(),
}) satisfies z.ZodType<Settings>;

/** Not how long calls are kept: that is turned on only by who was shown what it does. */
export const settingsPatchSchema = schema.omit({ keepCallsFor: true }).partial();

const defaults: Settings = {
  microphone: null,
  output: null,
  playback: null,
  mode: 'both',
  preRoll: 'off',
  theme: 'system',
  reminders: 'on',
  whenClosed: 'quit',
  reachBackMs: {
    promise: 10_000,
    reference: 5_000,
    agent: 5_000,
    hold: 0,
    transfer: 0,
    refusal: 5_000,
    consent: 5_000,
    note: 5_000,
  },
  confirmationTemplate: null,
  places: { you: '', them: '' },
  sayings: { start: null, transfer: null, objection: null },
  sayingLanguage: null,
  searches: [],
  keepCallsFor: null,
};

export interface SettingsFile {
  read(): Settings;
  change(patch: Partial<Settings>): Promise<Settings>;
}

export function openSettings(profile: string, changed: (settings: Settings) => void): SettingsFile {
  const path = join(profile, 'settings.json');
  const queue = makeQueue(); // two files written at once would leave either
  const loaded = load(path);
  let current = loaded ?? defaults;
  return {
    read: () => current,
    /** `settings-unreadable` when what the user chose before is in a file that cannot be opened. */
    change: (patch) =>
      queue.run(async () => {
        if (loaded === null) throw new Failure('settings-unreadable', `${path} cannot be opened`);
        const next = schema.parse({ ...current, ...patch });
        await replaceFile(path, `${JSON.stringify(next, null, 2)}\n`);
        current = next;
        changed(current);
        return current;
      }),
  };
}

/** Null when there is a file that cannot be opened, or makes no sense and cannot be put aside. */
function load(path: string): Settings | null {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'ENOENT' ? defaults : null;
  }
  try {
    return schema.parse({ ...defaults, ...(JSON.parse(text) as object) });
  } catch {
    try {
      renameSync(path, `${path}.unreadable`);
    } catch {
      return null;
    }
    return defaults;
  }
}
