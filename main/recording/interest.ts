// Whether anybody looks at the meters. A screen that has just gone may come back: sources stay open a while longer.

export interface Interest {
  readonly shown: boolean;
  /** A screen that shows the meters is up at this moment. */
  readonly inView: boolean;
  /** A screen that shows the meters came up (true) or went away. */
  show(on: boolean): void;
  release(): void;
}

/** `changed` is told when the answer has become another one. */
export function keepInterest(lingerMs: number, changed: () => void): Interest {
  let shown = false;
  let inView = false;
  let linger: NodeJS.Timeout | undefined;
  const become = (next: { shown: boolean; inView: boolean }) => {
    if (shown === next.shown && inView === next.inView) return;
    ({ shown, inView } = next);
    changed();
  };
  return {
    get shown() {
      return shown;
    },
    get inView() {
      return inView;
    },
    show(on) {
      clearTimeout(linger);
      become({ shown: shown || on, inView: on });
      if (!on) linger = setTimeout(become, lingerMs, { shown: false, inView: false });
    },
    release: () => clearTimeout(linger),
  };
}
