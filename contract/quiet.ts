// What counts as silence on one side of a call, by its peaks (0 to 255).

/** Silence is what lies 30 dB below the loudest sound of its side, or below -30 dB of full scale. */
const silentShare = 0.032;
const loudestSilence = 8;
const quietestLimit = 2;

/** Peaks up to this are silence. `loudest`: the side's loudest peak. */
export function quietLimit(loudest: number): number {
  return Math.min(loudestSilence, Math.max(quietestLimit, loudest * silentShare));
}
