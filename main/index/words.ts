// What a word is, in any script: the one definition behind the index, the query and the highlight.

export interface Word {
  /** Lower case, without accents: `Café` is `cafe`, `Straße` is `strasse`. */
  folded: string;
  /** [start, end) in the text, in UTF-16 units. */
  start: number;
  end: number;
}

/** Longer words are cut, in texts and queries alike. */
const longestWord = 64;

// Scripts without spaces: each character counts as a word, so that any run of them is found as words in a row.
const spaceless = ['Han', 'Hiragana', 'Katakana', 'Thai', 'Lao', 'Khmer', 'Myanmar']
  .map((script) => `\\p{scx=${script}}`)
  .join('');
const aWord = new RegExp(
  `(?=[\\p{L}\\p{N}])[${spaceless}]\\p{M}*` + // one character of those scripts, with its vowel signs
    `|\\p{So}` + // one emoji or sign
    `|(?:(?![${spaceless}])[\\p{L}\\p{N}\\p{M}\\p{Co}])+`, // a run of letters and digits
  'gu',
);
const asciiWord = /[a-z0-9]+/gi; // the same for most texts, and many times faster
// Accents and points of European and Semitic scripts. Not kana's voicing, nor the vowel signs of Indic scripts: those are letters.
const accents = /(?!\u3099|\u309a)(?=\p{M})[\p{sc=Zinh}\p{sc=Hebr}\p{sc=Arab}\p{sc=Cyrl}]/gu;
// Arabic's kashida only stretches a word.
const notOfAWord = /\u0640|[^\p{L}\p{N}\p{M}\p{So}\p{Co}]/gu;
// Letters that Unicode does not take apart, though people who lack the key type them so.
const plainLetters: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ς: 'σ',
};

/** The words of a text, in order. Never throws, whatever the text. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const { 0: match, index } of text.matchAll(isAscii(text) ? asciiWord : aWord)) {
    const folded = fold(match);
    if (folded !== '') words.push({ folded, start: index, end: index + match.length });
  }
  return words;
}

/** All words of a text in one string, a space before each: ` refund of 120`. Empty when there are none. */
export function foldedWords(text: string): string {
  return wordsOf(text)
    .map((word) => ` ${word.folded}`)
    .join('');
}

/** One word as it is compared. */
export function fold(word: string): string {
  if (isAscii(word)) return cut(word.toLowerCase());
  const bare = word.normalize('NFKD').replace(accents, '').toLowerCase();
  const plain = bare.replace(/[ßæœøłđðþħıς]/g, (letter) => plainLetters[letter]!);
  return cut(plain.normalize('NFC').replace(notOfAWord, ''));
}

function isAscii(text: string): boolean {
  // eslint-disable-next-line no-control-regex -- the whole of ASCII is meant
  return /^[\x00-\x7f]*$/.test(text);
}

function cut(word: string): string {
  return word.length <= longestWord ? word : Array.from(word).slice(0, longestWord).join('');
}
