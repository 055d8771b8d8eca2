// Does one thing after another, in the order asked for.

export interface Queue {
  /** Runs `work` when all that was asked before has ended, well or badly. */
  run<Value>(work: () => Promise<Value>): Promise<Value>;
  /** Settles when everything asked so far has ended. */
  idle(): Promise<void>;
}

export function makeQueue(): Queue {
  let tail: Promise<unknown> = Promise.resolve();
  return {
    run(work) {
      const result = tail.then(work);
      tail = result.catch(() => undefined); // one failed write must not poison those behind it
      return result;
    },
    idle: async () => {
      await tail;
    },
  };
}
