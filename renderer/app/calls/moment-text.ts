// The words of a moment as they are shown in a row: cut so that the match is in view, and split where it is marked.

/** [start, end) in UTF-16 units. */
export type Span = readonly [start: number, end: number];

export interface Piece {
  text: string;
  hit: boolean;
}

/** How much may stand before the first match before the beginning is cut, and how much of it is then kept. */
const leadMost = 48;
const leadKept = 24;
/** What comes after is cut by the row's own height; this only spares the page a whole page of notes. */
const lengthMost = 320;

/** The part of a text to show, in pieces that are marked or not. Lines become spaces. */
export function piecesOf(text: string, matches: readonly Span[]): Piece[] {
  const flat = text.replace(/\s/g, ' ');
  const spans = inOrder(matches, flat.length);
  const from = startOf(flat, spans[0]?.[0] ?? 0);
  const to = Math.min(flat.length, from + lengthMost);
  const pieces: Piece[] = [];
  let at = from;
  for (const [start, end] of spans) {
    if (start >= to) break;
    if (start > at) pieces.push({ text: flat.slice(at, start), hit: false });
    pieces.push({ text: flat.slice(start, Math.min(end, to)), hit: true });
    at = Math.min(end, to);
  }
  if (at < to) pieces.push({ text: flat.slice(at, to), hit: false });
  if (from > 0) pieces.unshift({ text: '…', hit: false });
  if (to < flat.length) pieces.push({ text: '…', hit: false });
  return pieces;
}

/** Inside the text, sorted, and without overlaps. */
function inOrder(matches: readonly Span[], length: number): Span[] {
  const sorted = matches
    .map(([start, end]): Span => [Math.max(0, start), Math.min(length, end)])
    .filter(([start, end]) => start < end)
    .sort((a, b) => a[0] - b[0]);
  const apart: Span[] = [];
  for (const [start, end] of sorted) {
    const last = apart.at(-1);
    if (last && start <= last[1]) apart[apart.length - 1] = [last[0], Math.max(last[1], end)];
    else apart.push([start, end]);
  }
  return apart;
}

/** Where to begin, so that a late first match is not cut off by the row's end: at the beginning of a word. */
function startOf(text: string, firstMatch: number): number {
  if (firstMatch <= leadMost) return 0;
  const space = text.indexOf(' ', firstMatch - leadKept);
  if (space === -1 || space >= firstMatch) return wholeCharacter(text, firstMatch - leadKept);
  return space + 1;
}

/** Never between the two halves of a surrogate pair. */
const wholeCharacter = (text: string, at: number) => (/[\uDC00-\uDFFF]/.test(text[at] ?? '') ? at - 1 : at);
