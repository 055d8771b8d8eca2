// The words of a moment, with the ones that were looked for marked.
import type { Moment } from '../../../contract/library.ts';
import { useWords } from '../i18n.ts';
import { piecesOf, type Span } from './moment-text.ts';
import styles from './call-row.module.css';

export function Highlighted({ text, matches }: { text: string; matches: readonly Span[] }) {
  return (
    // Words run in their own direction, whatever stands beside them.
    <bdi>
      {piecesOf(text, matches).map((piece, i) =>
        piece.hit ? <mark key={i}>{piece.text}</mark> : <span key={i}>{piece.text}</span>,
      )}
    </bdi>
  );
}

/** A promise speaks for itself; anything else is named first. */
export function MomentText({ moment }: { moment: Moment }) {
  const t = useWords('calls');
  const common = useWords('common');
  const { kind, text, matches } = moment;
  const name =
    kind === 'company' || kind === 'notes' || kind === 'case' || kind === 'title'
      ? t(`kind.${kind}`)
      : common(`mark.${kind}`);
  if (!text) return name;
  return (
    <>
      {kind !== 'promise' && <span className={styles.kind}>{name} </span>}
      <Highlighted text={text} matches={matches} />
    </>
  );
}
