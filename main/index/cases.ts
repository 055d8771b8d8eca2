// Cases as they are named in calls.
import { foldedWords } from './words.ts';

/** What two spellings of the same case share, as of a company. Empty when none is named. */
export function caseKey(name: string): string {
  return foldedWords(name) || name.trim();
}
