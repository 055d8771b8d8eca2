// Drawing once per frame, and only while somebody can see it.

/** Calls `draw` before each frame with the time since the last one; rests while the window is hidden. The answer ends it. */
export function onFrame(draw: (sinceMs: number) => void): () => void {
  let request = 0;
  let last = 0;
  const step = (now: number) => {
    draw(last === 0 ? 0 : now - last);
    last = now;
    request = requestAnimationFrame(step);
  };
  const follow = () => {
    cancelAnimationFrame(request);
    last = 0;
    if (!document.hidden) request = requestAnimationFrame(step);
  };
  document.addEventListener('visibilitychange', follow);
  follow();
  return () => {
    document.removeEventListener('visibilitychange', follow);
    cancelAnimationFrame(request);
  };
}
