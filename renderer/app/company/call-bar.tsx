// One call in the picture: the whole column is a link, so that a short call is as easy to press as a long one.
import {
  createContext,
  useContext,
  useLayoutEffect,
  useRef,
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
} from 'react';
import type { CompanyCall } from '../../../contract/companies.ts';
import { callHref } from '../route.ts';
import { PromiseSign, shownStatuses } from './promise-sign.tsx';
import styles from './picture.module.css';

/** Under the bars, one sign for each thing that became of a call's promises. */
export const signPx = 11;
const mostSigns = 3;

/** Where the chart has put the bar; `background` is as high as the chart. */
export interface BarPlace {
  x: number;
  y: number;
  width: number;
  height: number;
  background: { y: number; height: number };
}

/** Which bar Tab reaches, and how to go to another. */
export const Reached = createContext<{
  index: number;
  /** True while that bar has the focus, also between two drawings. */
  hasFocus: RefObject<boolean>;
  onFocus(index: number): void;
  onBlur(event: FocusEvent): void;
  onKeyDown(event: KeyboardEvent): void;
}>({
  index: 0,
  hasFocus: { current: false },
  onFocus: () => undefined,
  onBlur: () => undefined,
  onKeyDown: () => undefined,
});

const signsOf = ({ promises }: CompanyCall) =>
  shownStatuses.filter((status) => promises[status] > 0).slice(0, mostSigns);

/** The most signs that stand under one bar, and room for one where there are none. */
export const mostSignsOf = (calls: readonly CompanyCall[]): number =>
  Math.max(1, ...calls.map((call) => signsOf(call).length));

interface CallBarProps {
  call: CompanyCall;
  index: number;
  at: BarPlace;
  label: string;
  /** From one bar to the next. */
  pitchPx: number;
  signsPx: number;
}

export function CallBar({ call, index, at, label, pitchPx, signsPx }: CallBarProps) {
  const reached = useContext(Reached);
  const link = useRef<HTMLAnchorElement>(null); // an SVG's own, which is typed as if it were not
  // Another width makes other elements of all bars: the new one takes the focus that was lost with the old.
  useLayoutEffect(() => {
    const isLost = reached.hasFocus.current && document.activeElement === document.body;
    if (isLost && index === reached.index) link.current?.focus({ preventScroll: true });
  });
  const { x, y, width, height, background } = at;
  const held = call.durationMs > 0 ? (height * call.holdMs) / call.durationMs : 0;
  const middle = x + width / 2;
  const bottom = background.y + background.height;
  return (
    <a
      ref={link}
      href={callHref(call.callId)}
      className={styles.bar}
      data-call={index}
      tabIndex={index === reached.index ? 0 : -1}
      aria-label={label}
      onFocus={() => reached.onFocus(index)}
      onBlur={reached.onBlur}
      onKeyDown={reached.onKeyDown}
    >
      <rect
        className={styles.column}
        x={middle - pitchPx / 2 + 1}
        y={background.y}
        width={pitchPx - 2}
        height={background.height + signsPx}
        rx="4"
      />
      <path className={styles.minutes} d={roundedBar(x, y, width, height)} />
      <rect className={styles.held} x={x} y={bottom - held} width={width} height={held} />
      {signsOf(call).map((status, nth) => (
        <g key={status} transform={`translate(${middle} ${bottom + 9 + nth * signPx})`}>
          <PromiseSign status={status} />
        </g>
      ))}
    </a>
  );
}

/** Round at its two upper corners. */
function roundedBar(x: number, y: number, width: number, height: number): string {
  const radius = Math.min(3, width / 2, height);
  const top = `q0 ${-radius} ${radius} ${-radius}h${width - 2 * radius}q${radius} 0 ${radius} ${radius}`;
  return `M${x} ${y + height}v${radius - height}${top}v${height - radius}z`;
}
