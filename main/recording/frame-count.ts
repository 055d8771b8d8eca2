// Real frames per side over a whole call. Each capture window counts its own; one that takes over begins at zero.
import type { Side } from '../../contract/call.ts';

type Frames = Record<Side, number>;

export function countFrames() {
  let earlier: Frames = { you: 0, them: 0 };
  let now: Frames = { you: 0, them: 0 };
  const total = (): Frames => ({ you: earlier.you + now.you, them: earlier.them + now.them });
  return {
    total,
    heard(frames: Frames) {
      now = { ...frames };
    },
    restarted() {
      earlier = total();
      now = { you: 0, them: 0 };
    },
  };
}
