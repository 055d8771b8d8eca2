// What a command line asks for: opening the app, a recording, or an answer without any window. Pure.
import { resolve } from 'node:path';
import { recordingModes, type RecordingMode } from '../../../contract/recording.ts';

/** Needs no window: it answers on standard output, and ends. */
export type WindowlessCommand =
  | { name: 'search'; query: string; json: boolean; limit: number }
  | { name: 'reindex' }
  | { name: 'verify'; path: string }
  | { name: 'help' }
  /** Not understood; `problem` names the sentence in command.json. */
  | { name: 'wrong'; problem: Problem; word: string };

/** Without a mode, the one that is set. */
export interface RecordCommand {
  name: 'record';
  company: string;
  mode: RecordingMode | null;
}

export type Command = { name: 'open' } | RecordCommand | WindowlessCommand;

export type Problem =
  | 'unknownCommand'
  | 'unknownOption'
  | 'missingValue'
  | 'missingQuery'
  | 'missingPath'
  | 'tooMuch'
  | 'badLimit'
  | 'badMode'
  | 'badCompany';

export const usualHits = 200;
const longestCompany = 200;

/** The user's own arguments: those behind the program, behind the app's folder when run from source, and behind switches for Chromium. */
export function ownArguments(argv: readonly string[], appFolder: string): string[] {
  const folderAt = argv.findIndex((arg, at) => at > 0 && resolve(arg) === resolve(appFolder));
  const rest = argv.slice(Math.max(folderAt, 0) + 1);
  const first = rest.findIndex((arg) => !arg.startsWith('-') || arg === '--help');
  return first === -1 ? [] : rest.slice(first);
}

export function parseCommand(args: readonly string[]): Command {
  const [name, ...rest] = args;
  if (name === undefined) return { name: 'open' };
  switch (name) {
    case 'record':
      return record(rest);
    case 'search':
      return search(rest);
    case 'reindex':
      return rest.length === 0 ? { name } : wrong('tooMuch', rest[0]!);
    case 'verify':
      if (rest.length > 1) return wrong('tooMuch', rest[1]!);
      return rest[0] ? { name, path: rest[0] } : wrong('missingPath', name);
    case 'help':
    case '--help':
      return { name: 'help' };
    default:
      return wrong('unknownCommand', name);
  }
}

function record(args: readonly string[]): Command {
  const read = readOptions(args, ['--company', '--mode'], []);
  if ('problem' in read) return read;
  if (read.words.length > 0) return wrong('tooMuch', read.words[0]!);
  const given = read.values.get('--company');
  const company = given?.trim() ?? '';
  if (given !== undefined && !isName(company)) return wrong('badCompany', given);
  const mode = read.values.get('--mode');
  if (mode === undefined) return { name: 'record', company, mode: null };
  const known = recordingModes.find((one) => one === mode);
  return known ? { name: 'record', company, mode: known } : wrong('badMode', mode);
}

/** A name that a person could have typed into the box: one line, of sensible length. */
export function isName(text: string): boolean {
  return text !== '' && text.length <= longestCompany && !/\p{Cc}/u.test(text);
}

function search(args: readonly string[]): Command {
  const read = readOptions(args, ['--limit'], ['--json']);
  if ('problem' in read) return read;
  const { values, flags, words } = read;
  if (words.length === 0) return wrong('missingQuery', 'search');
  const limit = values.get('--limit') ?? String(usualHits);
  if (!/^[1-9]\d{0,8}$/.test(limit)) return wrong('badLimit', limit);
  return { name: 'search', query: words.join(' '), json: flags.has('--json'), limit: Number(limit) };
}

interface Read {
  values: Map<string, string>;
  flags: Set<string>;
  words: string[];
}

/** `--name value` and `--name=value`; after `--` everything is a word. */
function readOptions(
  args: readonly string[],
  withValue: readonly string[],
  withoutValue: readonly string[],
): Read | Extract<WindowlessCommand, { name: 'wrong' }> {
  const read: Read = { values: new Map(), flags: new Set(), words: [] };
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at]!;
    if (arg === '--') return { ...read, words: [...read.words, ...args.slice(at + 1)] };
    const [option, inline] = arg.split(/=(.*)/s, 2) as [string, string | undefined];
    if (!arg.startsWith('--')) read.words.push(arg);
    else if (withoutValue.includes(arg)) read.flags.add(arg);
    else if (!withValue.includes(option)) return wrong('unknownOption', arg);
    else {
      const value = inline ?? args[(at += 1)];
      if (value === undefined || (inline === undefined && value.startsWith('--')))
        return wrong('missingValue', option);
      read.values.set(option, value);
    }
  }
  return read;
}

function wrong(problem: Problem, word: string): Extract<WindowlessCommand, { name: 'wrong' }> {
  return { name: 'wrong', problem, word };
}
