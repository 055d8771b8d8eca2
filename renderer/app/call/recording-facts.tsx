// What is known about the recording itself: where each side came from, and plainly what is not in it.
import type { Call, Side } from '../../../contract/call.ts';
import { useWords } from '../i18n.ts';
import { ImportedFacts } from '../import/imported-facts.tsx';
import { Card } from '../ui/card.tsx';
import { missingOf, type Missing } from './missing.ts';
import styles from './recording-facts.module.css';

export function RecordingFacts({ call }: { call: Call }) {
  const t = useWords('call');
  const { file } = call.source;
  const missing = missingOf(call.capture);
  if (file)
    return (
      <Card padded className={styles.card}>
        <h2>{t('recording.title')}</h2>
        <ImportedFacts call={call} file={file} />
      </Card>
    );
  return (
    <Card padded className={styles.card}>
      <h2>{t('recording.title')}</h2>
      {call.source.kind === 'imported' ? (
        <p className={styles.plain}>{t('recording.imported')}</p>
      ) : (
        <dl className={styles.sources}>
          <SideSource side="you" from={call.source.you} />
          <SideSource side="them" from={call.source.them} />
        </dl>
      )}
      {call.capture.recovered && <p className={styles.plain}>{t('recovered.long')}</p>}
      {missing.length > 0 && (
        <ul className={styles.missing} aria-label={t('missing.list')}>
          {missing.map((each) => (
            <li key={each.id}>
              <MissingLine missing={each} />
            </li>
          ))}
        </ul>
      )}
      {missing.length === 0 && call.source.kind === 'captured' && (
        <p className={styles.plain}>{t('missing.none')}</p>
      )}
    </Card>
  );
}

function SideSource({ side, from }: { side: Side; from: string }) {
  const t = useWords('call');
  const common = useWords('common');
  return (
    <div className={styles.source} data-side={side}>
      <dt>{common(`side.${side}`)}</dt>
      <dd>{from || t('recording.notRecorded')}</dd>
    </div>
  );
}

function MissingLine({ missing }: { missing: Missing }) {
  const t = useWords('call');
  const { from, to } = missing;
  switch (missing.what) {
    case 'gap':
      return t(`missing.gap.${missing.side}`, { from, to, cause: missing.cause });
    case 'pause':
    case 'notesOnly':
      return t(`missing.${missing.what}`, { from, to });
    case 'change':
      return t(`missing.change.${missing.side}`, { from, to });
  }
}
