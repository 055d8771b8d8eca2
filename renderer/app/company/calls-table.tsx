// The numbers behind the picture: one row a call, the newest first.
import type { CompanyCall } from '../../../contract/companies.ts';
import { useWords } from '../i18n.ts';
import { callHref } from '../route.ts';
import { callWords } from './call-words.ts';
import styles from './picture.module.css';

interface CallsTableProps {
  id: string;
  calls: readonly CompanyCall[];
  title: string;
}

export function CallsTable({ id, calls, title }: CallsTableProps) {
  const t = useWords('company');
  const common = useWords('common');
  return (
    <div className={styles.scroll}>
      <table id={id} className={styles.table} aria-label={title}>
        <thead>
          <tr>
            <th scope="col">{t('picture.day')}</th>
            <th scope="col">{t('picture.length')}</th>
            <th scope="col">{t('picture.hold')}</th>
            <th scope="col">{t('picture.outcome')}</th>
            <th scope="col">{t('picture.promises')}</th>
          </tr>
        </thead>
        <tbody>
          {[...calls].reverse().map((call) => {
            const words = callWords(call, t);
            return (
              <tr key={call.callId}>
                <th scope="row">
                  <a href={callHref(call.callId)}>{words.day}</a>
                </th>
                <td>{words.length}</td>
                <td>{words.hold || t('picture.none')}</td>
                <td>{common(`outcome.${call.outcome ?? 'none'}`)}</td>
                <td>{words.promises || t('picture.none')}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
