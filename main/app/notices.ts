// What is to be said once, calmly, until the user has seen it.
import { randomUUID } from 'node:crypto';
import type { Notice } from '../../contract/ipc.ts';

type WithoutId<Kind> = Kind extends Notice ? Omit<Kind, 'id'> : never;
export type NewNotice = WithoutId<Notice>;

export interface Notices {
  list(): readonly Notice[];
  add(notice: NewNotice): void;
  dismiss(id: string): void;
}

export function makeNotices(changed: (notices: readonly Notice[]) => void): Notices {
  let notices: readonly Notice[] = [];
  const become = (next: readonly Notice[]) => {
    notices = next;
    changed(notices);
  };
  return {
    list: () => notices,
    add: (notice) => become([...notices, { ...notice, id: randomUUID() }]),
    dismiss: (id) => become(notices.filter((notice) => notice.id !== id)),
  };
}
