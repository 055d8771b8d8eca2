// Closed while a call is being recorded: nothing an import does may disturb that.

export interface Gate {
  readonly isClosed: boolean;
  close(): void;
  open(): void;
  /** Resolves as soon as it is open. */
  pass(): Promise<void>;
}

export function makeGate(): Gate {
  let waiting: (() => void)[] | null = null;
  return {
    get isClosed() {
      return waiting !== null;
    },
    close() {
      waiting ??= [];
    },
    open() {
      const woken = waiting ?? [];
      waiting = null;
      woken.forEach((wake) => wake());
    },
    async pass() {
      while (waiting !== null) await new Promise<void>((resolve) => waiting?.push(resolve));
    },
  };
}
