// How far a word is from another by slips of the pen: a letter too few, too many, wrong, or two the wrong way round.

/** Slips that are forgiven: none in short words, where anything is near anything. */
export function slipsForgiven(letters: number): number {
  return letters >= 8 ? 2 : letters >= 4 ? 1 : 0;
}

/**
 * The fewest slips that lead from `typed` to the beginning of `word`, as what is typed may not be finished; null when there
 * are more than `atMost`. Optimal string alignment: Damerau's distance in which no part is changed twice.
 */
export function slipsBetween(
  typed: readonly string[],
  word: readonly string[],
  atMost: number,
): number | null {
  if (word.length < typed.length - atMost) return null;
  const length = Math.min(word.length, typed.length + atMost);
  let beforeLast: number[] = [];
  let last = Array.from({ length: length + 1 }, (_, at) => at);
  for (let row = 1; row <= typed.length; row += 1) {
    const now = [row];
    let least = row;
    for (let at = 1; at <= length; at += 1) {
      const isSame = typed[row - 1] === word[at - 1];
      let slips = Math.min(last[at]! + 1, now[at - 1]! + 1, last[at - 1]! + (isSame ? 0 : 1));
      if (row > 1 && at > 1 && typed[row - 1] === word[at - 2] && typed[row - 2] === word[at - 1])
        slips = Math.min(slips, beforeLast[at - 2]! + 1);
      now.push(slips);
      if (slips < least) least = slips;
    }
    if (least > atMost) return null;
    [beforeLast, last] = [last, now];
  }
  const fewest = Math.min(...last);
  return fewest <= atMost ? fewest : null;
}
