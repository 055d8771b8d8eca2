// What is wrong with a recording, in words: what it is, and what to do.
import { useWords } from '../i18n.ts';
import type { Situation } from './situation.ts';

export function useSituationWords(situation: Situation): { what: string; next: string } {
  const t = useWords('recording');
  if (situation.what === 'trouble')
    return { what: t(`trouble.${situation.trouble}.what`), next: t(`trouble.${situation.trouble}.next`) };
  const { side, recording } = situation;
  const meanwhile = recording ? t(`meanwhile.${side}`) : '';
  if (situation.what === 'silent') return { what: t(`silent.${side}.what`), next: t(`silent.${side}.next`) };
  return {
    what: [t(`lost.${side}.${situation.cause}.what`), meanwhile].filter(Boolean).join(' '),
    next: t(`lost.${side}.${situation.cause}.next`),
  };
}
