// The picture of all calls: a bar of minutes each, its hold shaded, and under it what became of what was promised.
import { useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { Bar, BarChart, CartesianGrid, Tooltip, XAxis, YAxis } from 'recharts';
import type { CompanyCall } from '../../../contract/companies.ts';
import { useWords } from '../i18n.ts';
import { callHref } from '../route.ts';
import { shortDate } from '../ui/format.ts';
import { callWords } from './call-words.ts';
import { PromiseSign, shownStatuses } from './promise-sign.tsx';
import styles from './picture.module.css';

const heightPx = 232;
const axisPx = 40;
/** Under the bars, one sign for each thing that became of a call's promises. */
const signPx = 11;
const mostSigns = 3;
/** No bar stands closer to the next; more of them make the picture wider than its box. */
const leastPitchPx = 13;
const widestBarPx = 34;

interface ChartProps {
  calls: readonly CompanyCall[];
  widthPx: number;
}

/** What recharts hands to the shape of a bar. */
interface BarPlace {
  x: number;
  y: number;
  width: number;
  height: number;
  index: number;
  background: { x: number; y: number; width: number; height: number };
}

export function Chart({ calls, widthPx }: ChartProps) {
  const t = useWords('company');
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(calls.length - 1);
  const reached = Math.min(active, calls.length - 1);
  const data = calls.map((call, index) => ({ index, minutes: call.durationMs / 60_000 }));
  const width = Math.max(widthPx, axisPx + calls.length * leastPitchPx);
  const signsPx = 6 + signPx * Math.max(1, ...calls.map((call) => signsOf(call).length));
  const step = Math.max(1, Math.ceil((calls.length * 58) / (width - axisPx)));

  // The newest is what is looked for first.
  useLayoutEffect(() => {
    if (scroller.current) scroller.current.scrollLeft = scroller.current.scrollWidth;
  }, [width]);

  const onKeyDown = (event: KeyboardEvent) => {
    const last = calls.length - 1;
    const moves: Record<string, number> = {
      ArrowLeft: reached - 1,
      ArrowRight: reached + 1,
      Home: 0,
      End: last,
    };
    const to = moves[event.key];
    if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const next = Math.min(Math.max(0, to), last);
    setActive(next);
    scroller.current?.querySelector<SVGElement>(`[data-call="${next}"]`)?.focus();
  };

  return (
    <>
      <p className={styles.keys}>{t('picture.keys')}</p>
      <div ref={scroller} className={styles.chart}>
        <BarChart
          width={width}
          height={heightPx}
          data={data}
          margin={{ top: 8, right: 0, bottom: 0, left: 0 }}
          barCategoryGap="22%"
          maxBarSize={widestBarPx}
          accessibilityLayer={false}
        >
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <YAxis
            width={axisPx}
            axisLine={false}
            tickLine={false}
            tickCount={4}
            allowDecimals={false}
            tick={{ fill: 'var(--ink-3)', fontSize: 11 }}
          />
          <XAxis
            dataKey="index"
            height={signsPx + 20}
            axisLine={{ stroke: 'var(--line)' }}
            tickLine={false}
            tickMargin={signsPx}
            interval={step - 1}
            tickFormatter={(index: number) => shortDate(calls[index]?.startedAtMs ?? 0)}
            tick={{ fill: 'var(--ink-3)', fontSize: 11 }}
          />
          <Tooltip
            cursor={false}
            isAnimationActive={false}
            content={({ active: shown, payload }) => {
              const call = shown
                ? calls[(payload[0]?.payload as { index: number } | undefined)?.index ?? -1]
                : undefined;
              return call ? <Pointed call={call} /> : null;
            }}
          />
          <Bar
            dataKey="minutes"
            isAnimationActive={false}
            shape={(place: unknown) => {
              const { index, ...at } = place as BarPlace;
              const call = calls[index];
              return call ? (
                <CallBar
                  call={call}
                  signsPx={signsPx}
                  index={index}
                  at={at}
                  reachable={index === reached}
                  label={callWords(call, t).whole}
                  onFocus={() => setActive(index)}
                  onKeyDown={onKeyDown}
                />
              ) : (
                <g />
              );
            }}
          />
        </BarChart>
      </div>
    </>
  );
}

interface CallBarProps {
  call: CompanyCall;
  signsPx: number;
  index: number;
  at: Omit<BarPlace, 'index'>;
  reachable: boolean;
  label: string;
  onFocus: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

const signsOf = ({ promises }: CompanyCall) =>
  shownStatuses.filter((status) => promises[status] > 0).slice(0, mostSigns);

/** The whole column is the link, so that a short call is as easy to press as a long one. */
function CallBar(props: CallBarProps) {
  const { call, signsPx, index, at, reachable, label, onFocus, onKeyDown } = props;
  const { x, y, width, height, background } = at;
  const held = call.durationMs > 0 ? (height * call.holdMs) / call.durationMs : 0;
  const radius = Math.min(3, width / 2, height);
  const bottom = background.y + background.height;
  return (
    <a
      href={callHref(call.callId)}
      className={styles.bar}
      data-call={index}
      tabIndex={reachable ? 0 : -1}
      aria-label={label}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
    >
      <rect
        className={styles.column}
        x={background.x}
        y={background.y}
        width={background.width}
        height={background.height + signsPx}
        rx="4"
      />
      <path
        className={styles.minutes}
        d={`M${x} ${y + height}v${radius - height}q0 ${-radius} ${radius} ${-radius}h${width - 2 * radius}q${radius} 0 ${radius} ${radius}v${height - radius}z`}
      />
      <rect className={styles.held} x={x} y={y + height - held} width={width} height={held} />
      {signsOf(call).map((status, nth) => (
        <g key={status} transform={`translate(${x + width / 2} ${bottom + 9 + nth * signPx})`}>
          <PromiseSign status={status} />
        </g>
      ))}
    </a>
  );
}

/** What is pointed at, in words. For the eye: a screen reader has it as the label of the bar. */
function Pointed({ call }: { call: CompanyCall }) {
  const t = useWords('company');
  const common = useWords('common');
  const { day, length, hold, promises } = callWords(call, t);
  return (
    <div className={styles.pointed}>
      <strong>{day}</strong>
      <span>{length}</span>
      {hold && (
        <span>
          {t('picture.hold')}: {hold}
        </span>
      )}
      {promises && (
        <span>
          {t('picture.promises')}: {promises}
        </span>
      )}
      {call.outcome && <span>{common(`outcome.${call.outcome}`)}</span>}
    </div>
  );
}
