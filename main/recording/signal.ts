// Waits for something to be told, for so long.
import { Failure } from '../../contract/failure.ts';

export interface Signal<Value> {
  tell(value: Value): void;
  /** The next value that fits; fails with `capture-failed` when none comes in time. */
  next(withinMs: number, fits?: (value: Value) => boolean): Promise<Value>;
}

export function makeSignal<Value>(): Signal<Value> {
  const waiting = new Set<(value: Value) => void>();
  return {
    tell(value) {
      waiting.forEach((hear) => hear(value));
    },
    next(withinMs, fits = () => true) {
      return new Promise((resolve, reject) => {
        const hear = (value: Value) => {
          if (!fits(value)) return;
          stop();
          resolve(value);
        };
        const timer = setTimeout(() => {
          stop();
          reject(new Failure('capture-failed', `No answer within ${withinMs} ms`));
        }, withinMs);
        const stop = () => {
          clearTimeout(timer);
          waiting.delete(hear);
        };
        waiting.add(hear);
      });
    },
  };
}
