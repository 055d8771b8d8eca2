// What they offered so far, the newest first. An amount in the words is offered, and counts once it is accepted.
import { X } from 'lucide-react';
import type { FormEvent } from 'react';
import type { Offer } from '../../../contract/cases.ts';
import { useWords } from '../i18n.ts';
import { readableDay } from '../promise/format.ts';
import { habitsOf } from '../promise/habits.ts';
import { PromiseChips } from '../promise/promise-chips.tsx';
import { understandAmount } from '../promise/understand-amount.ts';
import { today } from '../promise/understood.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { TextField } from '../ui/text-field.tsx';
import { notify } from '../ui/toast.tsx';
import { useCase } from './use-case.ts';
import { useKeptText } from './use-kept-text.ts';
import styles from './aims.module.css';

export function OffersCard({ offers }: { offers: readonly Offer[] }) {
  const t = useWords('case');
  const { name, save } = useCase();
  const { text, write, add: addText } = useKeptText(`offer ${name}`);
  const add = (event?: FormEvent) => {
    event?.preventDefault();
    if (text.trim() === '') return;
    const addedAt = new Date().toISOString();
    const offer = {
      id: crypto.randomUUID(),
      on: today(),
      addedAt,
      text: text.trim(),
      amount: null,
    };
    addText(() => save({ kind: 'put-offer', offer }));
  };
  const newestFirst = [...offers].sort((one, other) => order(other).localeCompare(order(one)));
  return (
    <Card padded className={styles.card}>
      <h2>{t('offers.title')}</h2>
      {offers.length === 0 ? (
        <p className={styles.none}>{t('offers.none')}</p>
      ) : (
        <ul className={styles.offers} aria-label={t('offers.title')}>
          {newestFirst.map((offer) => (
            <OfferRow key={offer.id} offer={offer} />
          ))}
        </ul>
      )}
      <form className={styles.add} onSubmit={add}>
        <TextField
          label={t('offers.add')}
          labelHidden
          placeholder={t('offers.hint')}
          value={text}
          onChange={write}
        />
        <Button type="submit" isDisabled={text.trim() === ''}>
          {t('offers.button')}
        </Button>
      </form>
    </Card>
  );
}

const order = ({ on, addedAt }: Offer) => `${on} ${addedAt}`;

function OfferRow({ offer }: { offer: Offer }) {
  const t = useWords('case');
  const { change } = useCase();
  const amount = offer.amount === null ? understandAmount(offer.text, habitsOf()) : null;
  const remove = () => {
    change({ kind: 'remove-offer', id: offer.id });
    notify(t('offers.removed'), () => change({ kind: 'put-offer', offer }));
  };
  return (
    <li className={styles.offer}>
      <span className={styles.words}>{offer.text}</span>
      <Button variant="quiet" icon aria-label={t('offers.remove', { text: offer.text })} onPress={remove}>
        <X size={15} aria-hidden="true" />
      </Button>
      <span className={styles.about}>
        <PromiseChips
          promise={{ who: '', due: null, amount: offer.amount, status: 'open', decidedAt: null }}
          suggestion={amount ? { amount } : {}}
          onAccept={(accepted) =>
            change({ kind: 'change-offer', id: offer.id, patch: { amount: accepted.amount ?? null } })
          }
        />
        {readableDay(offer.on)}
      </span>
    </li>
  );
}
