// What the user may set, per machine.
import type { MarkKind, Places } from './call.ts';
import type { Situation } from './consent.ts';
import type { RecordingMode } from './recording.ts';
import type { RetentionRule } from './trash.ts';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** The languages in which there are words to say about recording. */
export const sayingLanguages = ['en', 'de', 'fr', 'es', 'it', 'nl'] as const;
export type SayingLanguage = (typeof sayingLanguages)[number];

/** What of the time before a start becomes part of the call. */
export const preRolls = ['off', 'last-minute'] as const;
export type PreRoll = (typeof preRolls)[number];

export const reminderChoices = ['on', 'off'] as const;

/** What closing the window does while no call is being recorded. */
export const closings = ['quit', 'tray'] as const;

export interface SavedSearch {
  name: string;
  query: string;
}

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
  /** Notices from the desktop when a promise falls due. */
  reminders: (typeof reminderChoices)[number];
  whenClosed: (typeof closings)[number];
  /** How far back a mark of each kind reaches, in ms. */
  reachBackMs: Record<MarkKind, number>;
  /** The letter that repeats what was promised, with places such as {promises}; null for the app's own. */
  confirmationTemplate: string | null;
  /** Where the user and, usually, the other side are: what a new call starts with. */
  places: Places;
  /** Query lines that the user gave a name, in the order in which they are shown. */
  searches: readonly SavedSearch[];
  /** What the user wants to say about recording, in own words; null where the app's words will do. */
  sayings: Record<Situation, string | null>;
  /** The language of the app's words for it; null for the user's own. */
  sayingLanguage: SayingLanguage | null;
  /** Older calls are moved to the trash; null keeps every call. Changed by requests of its own, which show first what it does. */
  keepCallsFor: RetentionRule | null;
}

/** What the settings screen changes as it is chosen. */
export type SettingsPatch = Partial<Omit<Settings, 'keepCallsFor'>>;
