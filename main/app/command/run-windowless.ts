// Runs a command that needs no window, and says what came of it: the answer, and apart from it everything else.
import { join, resolve } from 'node:path';
import type { Translate } from '../strings.ts';
import type { WindowlessCommand } from './parse-command.ts';
import { makeIndexAnew } from './reindex-command.ts';
import { asLines, findCalls, searchRemarks } from './search-command.ts';
import { verifyPath } from './verify-command.ts';

export interface Ran {
  code: number;
  /** For standard output: the answer alone. */
  answer: string;
  /** For standard error. */
  remarks: string;
}

interface Deps {
  folders: { library: string; profile: string };
  workingFolder: string;
  nowMs: number;
  t: Translate;
}

/** Never throws; what fails is code 2 and words. */
export async function runWindowless(command: WindowlessCommand, deps: Deps): Promise<Ran> {
  try {
    return await run(command, deps);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    return { code: 2, answer: '', remarks: deps.t('command:failed', { why }) };
  }
}

async function run(command: WindowlessCommand, { folders, workingFolder, nowMs, t }: Deps): Promise<Ran> {
  const { library, profile } = folders;
  const places = { library, indexFile: join(profile, 'index.sqlite') };
  switch (command.name) {
    case 'search': {
      const { found, showing } = await findCalls(command, places, nowMs);
      const remarks = searchRemarks(command.query, showing, nowMs, t);
      return { code: 0, answer: command.json ? JSON.stringify(found) : asLines(found), remarks };
    }
    case 'reindex': {
      const { calls, unreadable } = await makeIndexAnew(places, nowMs);
      const remarks = unreadable.map(({ callId, reason }) => `${callId}: ${reason}`).join('\n');
      return { code: 0, answer: t('command:reindexed', { count: calls }), remarks };
    }
    case 'verify': {
      const { code, lines } = await verifyPath(resolve(workingFolder, command.path), t);
      const text = lines.join('\n');
      return code === 2 ? { code, answer: '', remarks: text } : { code, answer: text, remarks: '' };
    }
    case 'help':
      return { code: 0, answer: t('command:usage'), remarks: '' };
    case 'wrong': {
      const problem = t(`command:wrong.${command.problem}`, { word: command.word });
      return { code: 2, answer: '', remarks: `${problem}\n\n${t('command:usage')}` };
    }
  }
}
