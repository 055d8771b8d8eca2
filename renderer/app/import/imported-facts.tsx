// What is known of a call that was imported: the grade first, then the file, and plainly what is missing from it.
import type { ReactNode } from 'react';
import type { Call } from '../../../contract/call.ts';
import type { ImportedFile } from '../../../contract/import.ts';
import { useWords } from '../i18n.ts';
import { readableLength, shortClock, shortDate } from '../ui/format.ts';
import styles from './imported-facts.module.css';

export function ImportedFacts({ call, file }: { call: Call; file: ImportedFile }) {
  const t = useWords('import');
  const { voices, channels } = file;
  const sides = voices === 'apart' ? t('facts.apart') : sidesTogether(t, channels);
  return (
    <>
      <p className={styles.grade}>{t('grade')}</p>
      <p className={styles.plain}>{t('gradeWhat', { date: shortDate(Date.parse(file.importedAt)) })}</p>
      <dl className={styles.facts} aria-label={t('facts.list')}>
        <Fact name={t('facts.sides')}>{sides}</Fact>
        <Fact name={t('facts.date')}>{t(`dateFrom.${file.dateFrom}`)}</Fact>
        <Fact name={t('facts.file')}>{file.name}</Fact>
        <Fact name={t('facts.format')}>
          {t('facts.formatOf', {
            format: file.format,
            codec: file.codec,
            rate: Math.round(file.sampleRateHz / 100) / 10,
          })}
        </Fact>
        <Fact name={t('facts.hash')}>
          <span className={styles.hash}>{file.sha256}</span>
        </Fact>
      </dl>
      <Missing call={call} file={file} />
    </>
  );
}

type Say = ReturnType<typeof useWords<'import'>>;

const sidesTogether = (t: Say, count: number): string =>
  count === 1 ? t('facts.together') : t('facts.togetherOf', { count });

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** A hole in a file is on both sides: it is said once. */
function Missing({ call, file }: { call: Call; file: ImportedFile }) {
  const t = useWords('import');
  const found = readableLength(call.durationMs);
  const { cutShort, sidecar } = file;
  const lines = [
    ...(cutShort ? [cutShortLine(t, cutShort.promisedMs, found)] : []),
    ...(sidecar?.said ?? []).map((fact) => t(`said.${fact}`)),
    ...call.capture.gaps
      .filter(({ side }) => side === 'you')
      .map(({ fromMs, toMs, cause }) =>
        t('missing', { from: shortClock(fromMs), to: shortClock(Math.ceil(toMs / 1000) * 1000), cause }),
      ),
  ];
  if (lines.length === 0) return null;
  return (
    <ul className={styles.missing} aria-label={t('missingList')}>
      {lines.map((line, at) => (
        <li key={at}>{line}</li>
      ))}
    </ul>
  );
}

const cutShortLine = (t: Say, promisedMs: number | null, found: string): string =>
  promisedMs === null
    ? t('cutShort.noEnd', { found })
    : t('cutShort.promised', { found, promised: readableLength(promisedMs) });
