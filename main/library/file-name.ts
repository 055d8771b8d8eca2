// Names of attached files: what somebody else called a file becomes a name that every system can hold, and that is not taken.

const mostBytes = 150;
/** Windows keeps these for devices, with any ending: `con.pdf` too. */
const reserved = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])$/i;
// oxlint-disable-next-line no-control-regex -- control characters are what is to be replaced
const forbidden = /[\u0000-\u001f\u007f-\u009f<>:"/\\|?*\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** True for a name that lies in its folder and nowhere else. */
export function isPlainName(name: string): boolean {
  return name !== '' && name !== '.' && name !== '..' && !/[/\\\0]/.test(name);
}

/**
 * `taken`: names that are there already; two that differ by case or by the way accents are written are the same file
 * on some systems. Characters that turn the direction of writing go: they can hide the real ending.
 */
export function freeFileName(wanted: string, taken: Iterable<string>): string {
  const held = new Set([...taken].map(asHeld));
  const { stem, ending } = parts(wanted);
  for (let copy = 1; ; copy += 1) {
    const mark = copy === 1 ? '' : ` (${copy})`;
    const name = cut(stem, mostBytes - bytesOf(mark + ending)) + mark + ending;
    if (!held.has(asHeld(name))) return name;
  }
}

function parts(wanted: string): { stem: string; ending: string } {
  const clean = wanted
    .normalize('NFC')
    .replace(/\p{Surrogate}/gu, '_') // half a character
    .replace(forbidden, '_')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  const dot = clean.lastIndexOf('.');
  const hasEnding = dot > 0 && bytesOf(clean.slice(dot)) <= 20;
  const stem = (hasEnding ? clean.slice(0, dot) : clean).trimEnd() || 'file';
  // Windows looks at what stands before the first dot.
  const [first = ''] = stem.split('.');
  return {
    stem: reserved.test(first.trimEnd()) ? `_${stem}` : stem,
    ending: hasEnding ? clean.slice(dot) : '',
  };
}

const asHeld = (name: string) => name.normalize('NFC').toLowerCase();
const bytesOf = (text: string) => Buffer.byteLength(text);

/** Whole characters only. */
function cut(text: string, bytes: number): string {
  let left = bytes;
  let kept = '';
  for (const character of text) {
    left -= bytesOf(character);
    if (left < 0) break;
    kept += character;
  }
  return kept.trimEnd();
}
