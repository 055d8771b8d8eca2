// Words, names and texts as calls with companies have them, always the same for the same seed.

/** The next of a row of numbers in [0, 1). */
export type Chance = () => number;

/** Mulberry32: small, quick, and the same everywhere. https://gist.github.com/tommyettinger/46a874533244883189143505d203312c */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A place in [0, count), the first far likelier than the last: by Zipf's law, the n-th 1/n as likely as the first. */
export function zipf(chance: Chance, count: number): number {
  return Math.floor((count + 1) ** chance()) - 1;
}

export function pick<Item>(chance: Chance, items: readonly Item[]): Item {
  return items[Math.floor(chance() * items.length)]!;
}

const common =
  `the to you a of and for it on your in refund is within days call account we be will bill charge this was agent
  I not by have with number they working order line contract payment that letter email week month said back internet
  technician amount fee invoice router service please customer plan case reference delivery replacement credit send sent
  confirm promised supervisor transfer hold again cancel cancellation cancelled paid dispute price offer discount broken
  wrong address phone card bank deposit booking flight ticket insurance claim policy meter reading tariff speed outage
  repair visit appointment morning afternoon Monday Tuesday Wednesday Thursday Friday tomorrow today five ten twenty
  escalate complaint manager department terms minimum renewal upgrade extra hidden late waived double charged partial full
  voucher gift warranty serial device tablet screen battery lost stolen parcel courier depot tracking signature damaged
  photo proof receipt written deadline legal ombudsman regulator notice period exit penalty interest arrears direct debit`.split(
    /\s+/,
  );
const syllables =
  'ba be bo ca ce co da de di do fa fe fi ga ge go ha he hi ka ki la le li lo ma me mi mo na ne ni no pa pe pi ra re ri ro sa se si so ta te ti to va ve vi wa we za zo'.split(
    ' ',
  );
/** Other languages, each with a few words. */
const elsewhere = [
  'Rückerstattung Kündigung Gebühr Störung Grüße Straße Vertrag Rechnung morgen',
  'remboursement réclamation téléphone août résilié garçon facture demain',
  'devolución señal mañana avería llamada contrato factura',
  'возврат договор счёт сегодня оплата завтра письмо',
  'επιστροφή λογαριασμός σήμα συμβόλαιο αύριο',
  '返金 契約 料金 電話 解約 明日',
  '退款 合同 账单 电话 明天',
  '환불 계약 요금 전화 내일',
  'החזר חשבון מחר חוזה',
  'استرداد فاتورة عقد غدا',
  'คืนเงิน สัญญา ค่าบริการ พรุ่งนี้',
  'धनवापसी बिल अनुबंध कल',
  'zwrot umowa łącze opłata jutro',
  'çağrı iade şikayet sözleşme yarın',
].map((words) => words.split(' '));

/** Of the words of a library the common ones come first, so that they are the frequent ones. */
const vocabulary = ((): readonly string[] => {
  const chance = chanceFrom(7);
  const made = new Set(common);
  while (made.size < 20_000) {
    const length = 2 + Math.floor(chance() * 3);
    made.add(Array.from({ length }, () => pick(chance, syllables)).join(''));
  }
  return [...made];
})();

/** In about one call of a thousand. */
export const rareWord = vocabulary[6_000]!;

/** So many words, the first with a capital letter; one text in twelve is in another language. */
export function words(chance: Chance, count: number): string {
  const language = chance() < 1 / 12 ? pick(chance, elsewhere) : null;
  const some = Array.from({ length: count }, () =>
    language && chance() < 0.7 ? pick(chance, language) : vocabulary[zipf(chance, vocabulary.length)]!,
  );
  const text = some.join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const trades = 'Telecom Energy Bank Insurance Airways Mobile Water Gas Broadband Parcel Rail Health'.split(
  ' ',
);

/** A company's name by its number: `Zosiba Telecom`, one in twenty in another language. */
export function companyName(number: number): string {
  const chance = chanceFrom(number * 31 + 5);
  const [first, second] = [pick(chance, syllables), pick(chance, syllables)];
  const name =
    number % 20 === 7 ? pick(chance, pick(chance, elsewhere)) : `${first}${second}${pick(chance, syllables)}`;
  return `${name.charAt(0).toUpperCase()}${name.slice(1)} ${trades[number % trades.length]!}${number < 600 ? '' : ` ${number}`}`;
}
