// Says a failure that has no place of its own on the screen, as a notice.
import { asFailure } from './bridge.ts';
import { wordsOf } from './i18n.ts';
import { notify } from './ui/toast.tsx';

export function reportFailure(cause: unknown): void {
  const failure = asFailure(cause);
  const t = wordsOf('failures');
  notify(`${t(`${failure.code}.what`)} ${t(`${failure.code}.next`)}`);
}
