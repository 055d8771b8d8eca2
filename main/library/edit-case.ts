// What may be changed about a case. Pure: gives a new case and keeps all fields it does not know.
import type { CaseAttachment, CaseChange, CaseFile } from '../../contract/cases.ts';

/** The case with the change, or null when that changes nothing. */
export function changeCase(file: CaseFile, change: CaseChange, nowMs: number): CaseFile | null {
  const next = applied(file, change, nowMs);
  return JSON.stringify(next) === JSON.stringify(file) ? null : next;
}

function applied(file: CaseFile, change: CaseChange, nowMs: number): CaseFile {
  const { escalation } = file;
  switch (change.kind) {
    case 'want':
      return { ...file, want: change.text };
    case 'next-step':
      return { ...file, nextStep: { ...file.nextStep, ...change.patch } };
    case 'close':
      return {
        ...file,
        status: 'closed',
        closedAt: file.closedAt ?? new Date(nowMs).toISOString(),
        ending: change.ending,
      };
    case 'reopen':
      return { ...file, status: 'open', closedAt: null };
    case 'put-offer':
      return { ...file, offers: put(file.offers, change.offer) };
    case 'change-offer':
      return { ...file, offers: changed(file.offers, change) };
    case 'remove-offer':
      return { ...file, offers: without(file.offers, change.id) };
    case 'put-note':
      return { ...file, notes: put(file.notes, change.note) };
    case 'change-note':
      return { ...file, notes: changed(file.notes, change) };
    case 'remove-note':
      return { ...file, notes: without(file.notes, change.id) };
    case 'describe-file':
      return { ...file, files: changed(file.files, change) };
    case 'clock':
      return { ...file, escalation: { ...escalation, ...change.patch } };
    case 'put-rule':
      return { ...file, escalation: { ...escalation, rules: put(escalation.rules, change.rule) } };
    case 'change-rule':
      return { ...file, escalation: { ...escalation, rules: changed(escalation.rules, change) } };
    case 'remove-rule':
      return { ...file, escalation: { ...escalation, rules: without(escalation.rules, change.id) } };
  }
}

export const withAttachment = (file: CaseFile, added: CaseAttachment): CaseFile => ({
  ...file,
  files: put(file.files, added),
});

export const withoutAttachment = (file: CaseFile, id: string): CaseFile => ({
  ...file,
  files: without(file.files, id),
});

/** In its place when it is there already: what another program added to it stays. */
function put<Item extends { id: string }>(items: readonly Item[], item: Item): Item[] {
  if (!items.some(({ id }) => id === item.id)) return [...items, item];
  return items.map((one) => (one.id === item.id ? { ...one, ...item } : one));
}

/** Nothing is changed where it is gone: what was removed does not come back by a letter typed before. */
function changed<Item extends { id: string }>(
  items: readonly Item[],
  { id, patch }: { id: string; patch: Partial<NoInfer<Item>> },
): Item[] {
  return items.map((one) => (one.id === id ? { ...one, ...patch } : one));
}

const without = <Item extends { id: string }>(items: readonly Item[], id: string): Item[] =>
  items.filter((one) => one.id !== id);
