// on-record verify: a call's folder against its seal, in words and an exit code.
import { stat } from 'node:fs/promises';
import { isPack, verifyCall, type Change, type Verdict } from '../../evidence/verify-call.ts';
import type { Translate } from '../strings.ts';

export interface Verified {
  /** 0 unchanged, 1 changed, 2 cannot read (DESIGN section 7). */
  code: 0 | 1 | 2;
  lines: readonly string[];
}

export async function verifyPath(path: string, t: Translate): Promise<Verified> {
  if (isPack(path)) return { code: 2, lines: [t('command:verify.pack', { path })] };
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) return { code: 2, lines: [t('command:verify.noFolder', { path })] };
  return inWords(await verifyCall(path), t);
}

export function inWords(verdict: Verdict, t: Translate): Verified {
  switch (verdict.verdict) {
    case 'unchanged': {
      const seconds = Math.round(verdict.durationMs / 1000);
      const { sealedAt, files = [] } = verdict;
      const imported = files.map((file) => t('command:verify.imported', { file, sealedAt }));
      return { code: 0, lines: [t('command:verify.unchanged', { sealedAt, seconds }), ...imported] };
    }
    case 'changed':
      return { code: 1, lines: verdict.changes.map((change) => changeInWords(change, t)) };
    case 'unreadable': {
      const { file, why } = verdict;
      if (why !== 'missing') return { code: 2, lines: [t('command:verify.unreadable', { file, why })] };
      const key = file === 'seal.json' ? 'noSeal' : 'missing';
      return { code: 2, lines: [t(`command:verify.${key}`, { file })] };
    }
  }
}

function changeInWords(changed: Change, t: Translate): string {
  if ('original' in changed) return t(`command:verify.original.${changed.original}`, { file: changed.file });
  if (changed.file === 'seal.json') return t('command:verify.seal');
  if (changed.file === 'call.json') return t('command:verify.facts', { fields: changed.fields.join(', ') });
  const { change } = changed;
  switch (change.what) {
    case 'altered': {
      const from = Math.floor(change.span.fromMs / 1000);
      const to = Math.ceil(change.span.toMs / 1000);
      return t('command:verify.altered', { from, to });
    }
    case 'cut':
      return t('command:verify.cut', { from: Math.floor(change.fromMs / 1000) });
    case 'longer':
      return t('command:verify.longer', { bytes: change.bytes });
  }
}
