// A letter that repeats what was promised: into the clipboard or the mail program, and its time into the call.
import { clipboard, shell } from 'electron';
import type { CallId, Confirmation } from '../../contract/call.ts';
import type { CallStore } from './call-store.ts';
import { fitsMail, mailAddress, type Letter } from './mail-address.ts';

/** The answer tells what was really done: a letter too long for a mail program is copied. */
export async function confirmCall(
  store: Pick<CallStore, 'addConfirmation'>,
  id: CallId,
  wanted: Confirmation['how'],
  letter: Letter,
): Promise<Confirmation> {
  const how = wanted === 'mail' && fitsMail(letter) ? 'mail' : 'copied';
  if (how === 'mail') await shell.openExternal(mailAddress(letter));
  else await clipboard.writeText(letter.text);
  return store.addConfirmation(id, { how, text: letter.text });
}
