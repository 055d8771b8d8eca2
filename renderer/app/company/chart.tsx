// The picture of all calls: a bar of minutes each, its hold shaded, and under it what became of what was promised.
import { memo, useLayoutEffect, useMemo, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react';
import { Bar, BarChart, CartesianGrid, Tooltip, XAxis, YAxis } from 'recharts';
import type { CompanyCall } from '../../../contract/companies.ts';
import { useWords } from '../i18n.ts';
import { shortDate } from '../ui/format.ts';
import { CallBar, mostSignsOf, Reached, signPx, type BarPlace } from './call-bar.tsx';
import { callWords } from './call-words.ts';
import { minuteTicks } from './minute-ticks.ts';
import styles from './picture.module.css';

const heightPx = 232;
const axisPx = 40;
/** No bar stands closer to the next; more of them make the picture wider than its box. */
const leastPitchPx = 13;
const widestBarPx = 34;
const dayPx = 62;

interface ChartProps {
  calls: readonly CompanyCall[];
  widthPx: number;
}

export function Chart({ calls, widthPx }: ChartProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const hasFocus = useRef(false);
  const [row, setRow] = useState(calls.length - 1);
  const last = calls.length - 1;
  const reached = Math.min(row, last);
  const width = Math.max(widthPx, axisPx + calls.length * leastPitchPx);

  // The newest is what is looked for first.
  useLayoutEffect(() => {
    if (scroller.current) scroller.current.scrollLeft = scroller.current.scrollWidth;
  }, [width]);

  const onFocus = (index: number) => {
    hasFocus.current = true;
    setRow(index);
  };
  // A bar that is drawn anew goes without having been left.
  const onBlur = (event: FocusEvent) => {
    if (event.currentTarget.isConnected) hasFocus.current = false;
  };
  const onKeyDown = (event: KeyboardEvent) => {
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
    setRow(next);
    scroller.current?.querySelector<SVGElement>(`[data-call="${next}"]`)?.focus();
  };

  return (
    <div ref={scroller} className={styles.chart}>
      <Reached.Provider value={{ index: reached, hasFocus, onFocus, onBlur, onKeyDown }}>
        <Bars calls={calls} width={width} />
      </Reached.Provider>
    </div>
  );
}

/** Drawn anew when the calls or the width change, and for nothing else: a bar that has the focus stays the same element. */
const Bars = memo(function Bars({ calls, width }: { calls: readonly CompanyCall[]; width: number }) {
  const t = useWords('company');
  const data = useMemo(
    () => calls.map((call, index) => ({ index, minutes: call.durationMs / 60_000 })),
    [calls],
  );
  const pitchPx = (width - axisPx) / Math.max(1, calls.length);
  const ticks = minuteTicks(Math.max(0, ...data.map(({ minutes }) => minutes)));
  const signsPx = 6 + signPx * mostSignsOf(calls);
  return (
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
        ticks={ticks}
        domain={[0, ticks.at(-1)!]}
        tick={{ fill: 'var(--ink-3)', fontSize: 11 }}
      />
      <XAxis
        dataKey="index"
        height={signsPx + 20}
        axisLine={{ stroke: 'var(--line)' }}
        tickLine={false}
        tickMargin={signsPx}
        interval={Math.max(1, Math.ceil(dayPx / pitchPx)) - 1}
        tickFormatter={(index: number) => shortDate(calls[index]?.startedAtMs ?? 0)}
        tick={{ fill: 'var(--ink-3)', fontSize: 11 }}
      />
      <Tooltip
        cursor={false}
        isAnimationActive={false}
        content={({ active, payload }) => {
          const index = active ? (payload[0]?.payload as { index: number } | undefined)?.index : undefined;
          const call = index === undefined ? undefined : calls[index];
          return call ? <Pointed call={call} /> : null;
        }}
      />
      <Bar
        dataKey="minutes"
        isAnimationActive={false}
        shape={(place: unknown) => {
          const { index, ...at } = place as BarPlace & { index: number };
          const call = calls[index];
          if (!call) return <g />;
          const label = callWords(call, t).whole;
          return <CallBar {...{ call, index, at, label, pitchPx, signsPx }} />;
        }}
      />
    </BarChart>
  );
});

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
