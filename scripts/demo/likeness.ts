// Finds a piece of sound in a longer one by how its loudness rises and falls: a voice survives that through any codec.

/** Loudness is measured over 50 ms, every 10 ms. */
const windowMs = 50;
const stepMs = 10;
const sampleRateHz = 48_000;
const perMs = sampleRateHz / 1000;

export interface Found {
  atMs: number;
  /** Normalised correlation of the two loudnesses, from -1 to 1: 1 is the same but for the volume. */
  likeness: number;
}

/** Searches from `fromMs` to `toMs` for where `piece` begins in `whole`, both at 48 kHz. */
export function findPiece(piece: Float32Array, whole: Float32Array, fromMs: number, toMs: number): Found {
  const wanted = loudness(piece);
  const first = Math.max(0, Math.round(fromMs / stepMs));
  const last = Math.round(toMs / stepMs) + wanted.length;
  const there = loudness(whole.subarray(first * stepMs * perMs, (last * stepMs + windowMs) * perMs));
  let best: Found = { atMs: fromMs, likeness: 0 };
  for (let at = 0; at + wanted.length <= there.length; at += 1) {
    const likeness = correlation(wanted, there.subarray(at, at + wanted.length));
    if (likeness > best.likeness) best = { atMs: (first + at) * stepMs, likeness };
  }
  return best;
}

/** In dB, where a full-scale square wave has 0; -120 for digital silence. */
export function levelDb(samples: Float32Array, fromMs: number, toMs: number): number {
  const power = meanSquare(
    samples.subarray(Math.max(0, Math.round(fromMs * perMs)), Math.round(toMs * perMs)),
  );
  return Math.max(-120, 10 * Math.log10(power));
}

function loudness(samples: Float32Array): Float32Array {
  const count = Math.max(0, Math.floor((samples.length / perMs - windowMs) / stepMs) + 1);
  return Float32Array.from({ length: count }, (_, at) =>
    Math.sqrt(meanSquare(samples.subarray(at * stepMs * perMs, (at * stepMs + windowMs) * perMs))),
  );
}

function meanSquare(samples: Float32Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return samples.length === 0 ? 0 : sum / samples.length;
}

/** Pearson's: https://en.wikipedia.org/wiki/Pearson_correlation_coefficient; 0 where one of the two is constant. */
function correlation(one: Float32Array, other: Float32Array): number {
  const mean = (values: Float32Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [meanOne, meanOther] = [mean(one), mean(other)];
  let product = 0;
  let squareOne = 0;
  let squareOther = 0;
  for (let at = 0; at < one.length; at += 1) {
    const a = one[at]! - meanOne;
    const b = other[at]! - meanOther;
    product += a * b;
    squareOne += a * a;
    squareOther += b * b;
  }
  const scale = Math.sqrt(squareOne * squareOther);
  return scale === 0 ? 0 : product / scale;
}
