// What the user may set, per machine.
import type { MarkKind, Places } from './call.ts';
import type { Situation } from './consent.ts';
import type { RecordingMode } from './recording.ts';
import type { RetentionRule } from './trash.ts';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** What of the time before a start becomes part of the call. */
export const preRolls = ['off', 'last-minute'] as const;
export type PreRoll = (typeof preRolls)[number];

export interface Settings {
  /** Label of the microphone; null follows the system's default. */
  microphone: string | null;
  /** Label of the output whose sound is the other side; null follows the system's default. */
  output: string | null;
  /** Label of the output that quotes are played through; null follows the system's default. */
  playback: string | null;
  mode: RecordingMode;
  preRoll: PreRoll;
  theme: Theme;
  /** How far back a mark of each kind reaches, in ms. */
  reachBackMs: Record<MarkKind, number>;
  /** The letter that repeats what was promised, with places such as {promises}; null for the app's own. */
  confirmationTemplate: string | null;
  /** Where the user and, usually, the other side are: what a new call starts with. */
  places: Places;
  /** What the user wants to say about recording, in own words; null where the app's words will do. */
  sayings: Record<Situation, string | null>;
  /** Older calls are moved to the trash; null keeps every call. Changed by requests of its own, which show first what it does. */
  keepCallsFor: RetentionRule | null;
}

/** What the settings screen changes as it is chosen. */
export type SettingsPatch = Partial<Omit<Settings, 'keepCallsFor'>>;
