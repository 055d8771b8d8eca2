// Which stretch of the call the waveform shows, and how zooming and scrolling change it.

export interface View {
  fromMs: number;
  spanMs: number;
}

/** As far in as it goes: 480 samples from edge to edge. */
export const leastSpanMs = 10;

export const wholeView = (durationMs: number): View => ({ fromMs: 0, spanMs: durationMs });

/** The same view, or the nearest one that lies in the call. */
export function within({ fromMs, spanMs }: View, durationMs: number): View {
  const span = Math.min(Math.max(spanMs, leastSpanMs), durationMs);
  return { fromMs: Math.min(Math.max(0, fromMs), durationMs - span), spanMs: span };
}

/** A factor below 1 zooms in. What is at `aroundMs` stays where it is on screen, unless an end of the call is reached. */
export function zoomed(view: View, factor: number, aroundMs: number, durationMs: number): View {
  const spanMs = Math.min(Math.max(view.spanMs * factor, leastSpanMs), durationMs);
  const share = view.spanMs > 0 ? (aroundMs - view.fromMs) / view.spanMs : 0;
  return within({ fromMs: aroundMs - share * spanMs, spanMs }, durationMs);
}

export const moved = ({ fromMs, spanMs }: View, byMs: number, durationMs: number): View =>
  within({ fromMs: fromMs + byMs, spanMs }, durationMs);

export const centred = ({ spanMs }: View, atMs: number, durationMs: number): View =>
  within({ fromMs: atMs - spanMs / 2, spanMs }, durationMs);

/** Turns the page when `atMs` has left the view: it is then a tenth from the left, with what comes next in sight. */
export function following(view: View, atMs: number, durationMs: number): View {
  if (atMs >= view.fromMs && atMs <= view.fromMs + view.spanMs) return view;
  return within({ fromMs: atMs - view.spanMs / 10, spanMs: view.spanMs }, durationMs);
}

export const isWhole = ({ spanMs }: View, durationMs: number): boolean => spanMs >= durationMs;

export const pxOf = (view: View, atMs: number, widthPx: number): number =>
  ((atMs - view.fromMs) / view.spanMs) * widthPx;

export const msOf = (view: View, px: number, widthPx: number): number =>
  view.fromMs + (px / widthPx) * view.spanMs;
