// How far back a mark of each kind reaches from its key.
import { markKinds, type MarkKind } from '../../../contract/call.ts';
import { useWords } from '../i18n.ts';
import { Select } from '../ui/select.tsx';
import type { SettingsPartProps } from './change.ts';
import styles from './settings-screen.module.css';

const offeredSeconds = [0, 5, 10, 15, 20, 30, 60];
/** A hold begins and ends with its key. */
const kinds = markKinds.filter((kind): kind is Exclude<MarkKind, 'hold'> => kind !== 'hold');

export function ReachSettings({ settings, change }: SettingsPartProps) {
  const t = useWords('settings');
  const common = useWords('common');
  const { reachBackMs } = settings;
  return (
    <fieldset className={styles.group}>
      <legend>{t('reach.title')}</legend>
      <p className={styles.about}>{t('reach.about')}</p>
      <div className={styles.kinds}>
        {kinds.map((kind) => {
          const chosen = Math.round(reachBackMs[kind] / 1000);
          const seconds = [...new Set([...offeredSeconds, chosen])].sort((a, b) => a - b);
          return (
            <Select
              key={kind}
              label={common(`mark.${kind}`)}
              options={seconds.map((each) => ({
                id: String(each),
                label: each === 0 ? t('reach.none') : t('reach.seconds', { seconds: each }),
              }))}
              value={String(chosen)}
              onChange={(each) => change({ reachBackMs: { ...reachBackMs, [kind]: Number(each) * 1000 } })}
            />
          );
        })}
      </div>
    </fieldset>
  );
}
