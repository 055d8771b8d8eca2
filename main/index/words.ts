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
  `(?=[\\p{L}\\p{N}])[${spaceless}][\\p{M}\uff9e\uff9f]*` + // one character of those scripts, with its signs, those of narrow kana too
    `|\\p{So}` + // one emoji or sign
    `|(?:(?![${spaceless}])[\\p{L}\\p{N}\\p{M}\\p{Co}])+`, // a run of letters and digits
  'gu',
);
const anythingButSpace = /\S+/g;
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
  eachWord(text, (folded, start, end) => words.push({ folded, start, end }));
  return words;
}

/** All words of a text in one string, a space before each: ` refund of 120`. Empty when there are none. */
export function foldedWords(text: string): string {
  let words = '';
  eachWord(text, (folded) => (words += ` ${folded}`));
  return words;
}

function eachWord(text: string, take: (folded: string, start: number, end: number) => void): void {
  if (isAscii(text)) return eachOf(asciiWord, text, 0, take);
  // In other texts too most words are ASCII alone. No word has a space in it.
  eachMatch(anythingButSpace, text, (chunk, at) =>
    eachOf(isAscii(chunk) ? asciiWord : aWord, chunk, at, take),
  );
}

function eachOf(
  pattern: RegExp,
  text: string,
  offset: number,
  take: (folded: string, start: number, end: number) => void,
): void {
  eachMatch(pattern, text, (word, at) => {
    const folded = pattern === asciiWord ? cut(word.toLowerCase()) : fold(word);
    if (folded !== '') take(folded, offset + at, offset + at + word.length);
  });
}

function eachMatch(pattern: RegExp, text: string, take: (match: string, at: number) => void): void {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text))
    take(match[0], match.index);
}

/** One word as it is compared. */
export function fold(word: string): string {
  if (isAscii(word)) return cut(word.toLowerCase());
  let folded = foldedBefore.get(word);
  if (folded === undefined) {
    if (foldedBefore.size >= mostRemembered) foldedBefore.clear();
    foldedBefore.set(word, (folded = foldAny(word)));
  }
  return folded;
}

/** Words come again and again, and taking one apart costs more than all else that is done with it. */
const foldedBefore = new Map<string, string>();
const mostRemembered = 4_096;

function foldAny(word: string): string {
  const bare = word.normalize('NFKD').replace(accents, '').toLowerCase();
  const plain = bare.replace(/[ßæœøłđðþħıς]/g, (letter) => plainLetters[letter]!);
  return cut(plain.normalize('NFC').replace(notOfAWord, ''));
}

export function isAscii(text: string): boolean {
  // oxlint-disable-next-line no-control-regex -- the whole of ASCII is meant
  return /^[\x00-\x7f]*$/.test(text);
}

function cut(word: string): string {
  return word.length <= longestWord ? word : Array.from(word).slice(0, longestWord).join('');
}
