// A calendar day to be chosen. Half a date is no date: nothing is said until it is whole or gone.
import { useEffect, useRef } from 'react';
import { writtenDay } from '../promise/written-day.ts';
import { shortDate } from '../ui/format.ts';
import styles from './day-box.module.css';

interface DayBoxProps {
  label: string;
  /** `2026-11-23`; null for none. */
  day: string | null;
  onChange: (day: string | null) => void;
  /** True: reads as a date among words, and is drawn as a box only while it is used. */
  quiet?: boolean;
}

/** A year is typed figure by figure: what stands there for less than this may be the beginning of another. */
const restMs = 700;

export function DayBox({ label, day, onChange, quiet = false }: DayBoxProps) {
  const box = useRef<HTMLInputElement>(null);
  const timer = useRef(0);
  // A day from elsewhere shows as soon as nobody is writing here.
  useEffect(() => {
    if (box.current && document.activeElement !== box.current) box.current.value = day ?? '';
  });
  useEffect(() => () => window.clearTimeout(timer.current), []);

  const say = () => {
    window.clearTimeout(timer.current);
    const written = box.current ? writtenDay(box.current) : undefined;
    if (written !== undefined && written !== day) onChange(written);
  };
  const input = (
    <input
      ref={box}
      className={styles.box}
      type="date"
      max="9999-12-31"
      aria-label={label}
      defaultValue={day ?? ''}
      onChange={() => {
        window.clearTimeout(timer.current);
        timer.current = window.setTimeout(say, restMs);
      }}
      onBlur={say}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
      }}
    />
  );
  if (!quiet) return input;
  return (
    <span className={styles.quiet}>
      <span className={styles.said} aria-hidden="true">
        {day !== null && shortDate(Date.parse(`${day}T12:00:00`))}
      </span>
      {input}
    </span>
  );
}
