// The trash: calls are moved there, taken back, and removed for good when their time has come. One thing at a time.
import type { Call, CallId } from '../../../contract/call.ts';
import type { TrashedCall } from '../../../contract/trash.ts';
import { writeCallIn } from '../../library/call-file.ts';
import { startOfCallId } from '../../library/layout.ts';
import { fateOf } from '../../library/trash-fate.ts';
import { findInTrash, lookIntoTrash, readEntry, type TrashEntry } from '../../library/trash-list.ts';
import { moveBack, moveToTrash } from '../../library/trash-move.ts';
import type { TrashNote } from '../../library/trash-note.ts';
import { holdsOnlySound } from '../../library/trash-only-sound.ts';
import { finishRemoval, removeFromTrash } from '../../library/trash-remove.ts';
import type { Tombstone } from '../../library/trash-tombstones.ts';
import { makeQueue } from '../../queue.ts';
import type { CallStore } from '../call-store.ts';

type Why = Omit<TrashNote, 'trashedAtMs'>;

export interface Trash {
  list(): Promise<readonly TrashedCall[]>;
  /** The open case that the call belongs to, as the call names it. */
  heldBy(id: CallId): Promise<string | null>;
  /** Answers the call's name in the trash; null when `goes` found, by what is in its file now, that it stays. */
  put(id: CallId, why: Why, goes?: (call: Call) => boolean): Promise<string | null>;
  /** `trash-missing`, `call-in-the-way`. */
  restore(name: string): Promise<CallId>;
  /** Removes it for good, whatever its case. */
  remove(name: string): Promise<void>;
  /** Whether a call of this case lies here. */
  hasCallOf(isCase: (name: string) => boolean): Promise<boolean>;
  /** Calls of a case that is renamed have its new name when they are taken back. */
  renameCase(isCase: (name: string) => boolean, to: string): Promise<void>;
  /** Finishes what a crash left half removed. */
  finish(): Promise<void>;
  /** Removes the calls whose time has come. */
  cleanUp(): Promise<void>;
  /** Waits for what is going on; begins nothing more. */
  close(): Promise<void>;
}

interface Deps {
  libraryFolder: string;
  store: Pick<CallStore, 'read' | 'takeOut' | 'takeIn'>;
  /** Reads which cases are open, and answers who can be asked about each. */
  openCases(): Promise<(name: string) => boolean>;
  sealOf(folder: string): Promise<Tombstone['seal']>;
  now(): number;
  /** Whether the call is older than the rule that is on keeps calls. */
  isAged(call: Call): boolean;
  /** Something came into the trash or left it. */
  changed(): void;
  log(message: string, cause?: unknown): void;
}

export const byHand: Why = { why: 'by-hand', words: 'Moved to the trash by hand.' };

export function openTrash(deps: Deps): Trash {
  const { libraryFolder, store, now, log } = deps;
  const queue = makeQueue(); // nothing is taken back while it is being removed
  let isClosed = false;

  const look = () => lookIntoTrash(libraryFolder);
  const find = (name: string) => findInTrash(libraryFolder, name);

  const remove = (entry: TrashEntry, removed: Tombstone['removed']) =>
    removeFromTrash(libraryFolder, entry, { removed, nowMs: now(), sealOf: deps.sealOf });

  /** Looked at once more, alone: it may have been taken back, or its case opened, since the list was made. */
  async function removeIfDue({ name }: TrashEntry): Promise<void> {
    const entry = await readEntry(libraryFolder, name);
    if (!isDue(entry, await deps.openCases()) || (await holdsOnlySound(libraryFolder, entry))) return;
    await remove(entry, 'after-30-days');
  }

  function isDue(entry: TrashEntry, isOpenCase: (name: string) => boolean): boolean {
    const fate = fateOf(entry, isOpenCase);
    return fate.kind === 'goes' && fate.atMs <= now();
  }

  /** One by one, going on past those that fail: they are tried again another day. */
  async function each<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
    for (const item of items) {
      if (isClosed) return;
      await queue.run(() => work(item)).catch((cause) => log('A call could not be removed', cause));
    }
    if (items.length > 0) deps.changed();
  }

  return {
    async list() {
      const [{ entries }, isOpenCase] = await Promise.all([look(), deps.openCases()]);
      return entries.map((entry) => shown(entry, isOpenCase));
    },
    async heldBy(id) {
      const name = (await store.read(id)).case;
      return name.trim() !== '' && (await deps.openCases())(name) ? name : null;
    },
    put: (id, why, goes = () => true) =>
      queue.run(async () => {
        let name: string | null = null;
        await store.takeOut(id, async (call) => {
          if (!goes(call)) return 'stays';
          name = await moveToTrash(libraryFolder, id, { trashedAtMs: now(), ...why });
        });
        if (name !== null) deps.changed();
        return name;
      }),
    restore: (name) =>
      queue.run(async () => {
        const { id, folder, call, note } = await find(name);
        await store.takeIn(id, async () => {
          // Before it moves, so that no crash leaves it where the rule would take it again.
          if (call && (note?.why === 'retention' || deps.isAged(call)))
            await writeCallIn(folder, { ...call, keep: true }, now());
          await moveBack(libraryFolder, name);
        });
        deps.changed();
        return id;
      }),
    remove: (name) =>
      queue.run(async () => {
        try {
          await remove(await find(name), 'by-hand');
        } finally {
          deps.changed();
        }
      }),
    hasCallOf: async (isCase) => (await look()).entries.some(({ call }) => call && isCase(call.case)),
    renameCase: (isCase, to) =>
      queue.run(async () => {
        for (const { folder, call } of (await look()).entries)
          if (call && isCase(call.case)) await writeCallIn(folder, { ...call, case: to }, now());
        deps.changed();
      }),
    async finish() {
      const { going } = await look();
      await each(going, (entry) => finishRemoval(libraryFolder, entry));
    },
    async cleanUp() {
      const [{ entries }, isOpenCase] = await Promise.all([look(), deps.openCases()]);
      const due = entries.filter((entry) => isDue(entry, isOpenCase));
      if (due.length > 0) log(`The time in the trash is over for ${due.length} calls`);
      await each(due, removeIfDue);
    },
    async close() {
      isClosed = true;
      await queue.idle();
    },
  };
}

function shown(entry: TrashEntry, isOpenCase: (name: string) => boolean): TrashedCall {
  const { name, id, note, call } = entry;
  return {
    name,
    callId: id,
    company: call?.company ?? '',
    startedAtMs: call ? Date.parse(call.startedAt) : startOfCallId(id)!,
    durationMs: call?.durationMs ?? null,
    trashed: note && { atMs: note.trashedAtMs, why: note.why },
    fate: fateOf(entry, isOpenCase),
  };
}
