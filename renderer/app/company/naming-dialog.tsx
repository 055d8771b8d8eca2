// Gives a company another name, or makes two companies one: what will happen is said before it does.
import { useEffect, useRef, useState } from 'react';
import type { NamedCompany } from '../../../contract/companies.ts';
import { ask } from '../bridge.ts';
import { useRequest } from '../data.ts';
import { useWords, type Words } from '../i18n.ts';
import { reportFailure } from '../report.ts';
import { go } from '../route.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { SuggestField } from '../ui/suggest-field.tsx';
import { planOf } from './naming-plan.ts';
import { sayUndoable } from './say-undoable.ts';
import styles from './naming-dialog.module.css';

/** The company that is to be called otherwise, or the one that gets the calls of another name. */
type What = { rename: string } | { aliasOf: string };

export function NamingDialog({ what, onClose }: { what: What; onClose: () => void }) {
  const t = useWords('company');
  const common = useWords('common');
  const company = 'rename' in what ? what.rename : what.aliasOf;
  const isAlias = 'aliasOf' in what;
  const [text, setText] = useState('');
  const [working, setWorking] = useState(false);
  const name = text.trim();
  const here = useRequest('companies:named', [company]).data;
  const other = useRequest('companies:named', [name], { enabled: name !== '' }).data;
  const known = useRequest('companies:suggest', [name], { keepLast: true }).data ?? [];
  const plan = here && other && name !== '' ? planOf(here, other, name, isAlias) : null;

  const isTyped = (known: string) => known.toLowerCase() === name.toLowerCase();
  const parts = useRef<HTMLDivElement>(null);
  useEffect(() => parts.current?.querySelector('input')?.focus(), []);

  const carryOut = async () => {
    if (!plan || plan.becomes === 'same') return;
    setWorking(true);
    try {
      const into = await ask(
        'companies:rename',
        ...((isAlias ? [name, company] : [company, name]) as [string, string]),
      );
      onClose();
      go({ screen: 'company', company: into });
      const said = plan.becomes === 'merged' ? 'naming.merged' : 'naming.renamed';
      sayUndoable(t(said, { company: into }), () => go({ screen: 'company', company }));
    } catch (cause) {
      setWorking(false);
      reportFailure(cause);
    }
  };
  const verb = plan?.becomes === 'merged' ? 'mergeDo' : isAlias ? 'aliasDo' : 'renameDo';
  return (
    <Dialog
      open
      onClose={onClose}
      title={isAlias ? t('naming.aliasTitle', { company }) : t('naming.renameTitle')}
      actions={
        <>
          <Button
            onPress={() => void carryOut()}
            isDisabled={working || plan === null || plan.becomes === 'same'}
          >
            {working ? t('naming.working') : t(`naming.${verb}`)}
          </Button>
          <Button onPress={onClose}>{common('cancel')}</Button>
        </>
      }
    >
      <div ref={parts} className={styles.parts}>
        <p>{t(isAlias ? 'naming.aliasAbout' : 'naming.renameAbout', { company })}</p>
        <SuggestField
          label={t('naming.name')}
          placeholder={isAlias ? '' : company}
          value={text}
          onChange={setText}
          suggestions={known
            .filter((one) => one.company !== company && !isTyped(one.company))
            .slice(0, 4)
            .map((one) => ({ text: one.company, detail: t('calls', { count: one.calls }) }))}
        />
        <output className={styles.plan}>
          {plan && here && other && planWords(plan.becomes, here, other, name, isAlias, t)}
        </output>
        <p className={styles.quiet}>{t('naming.stays')}</p>
      </div>
    </Dialog>
  );
}

function planWords(
  becomes: 'same' | 'merged' | 'renamed',
  here: NamedCompany,
  other: NamedCompany,
  name: string,
  isAlias: boolean,
  t: Words<'company'>,
): string {
  if (becomes === 'same') return t('naming.same');
  const calls = (count: number) => t('calls', { count });
  if (becomes === 'merged') {
    const [from, into] = isAlias ? [other, here] : [here, other];
    return t('naming.merges', {
      from: from.company,
      fromCalls: calls(from.calls),
      into: into.company,
      intoCalls: calls(into.calls),
      together: calls(from.calls + into.calls),
    });
  }
  if (isAlias) return t('naming.none', { company: here.company });
  return t('naming.becomes', { count: here.calls, company: name });
}
