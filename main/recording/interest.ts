// Whether anybody looks at the meters. A screen that has just gone may come back: sources stay open a while longer.

export interface Interest {
  readonly shown: boolean;
  /** A screen that shows the meters came up (true) or went away. */
  show(on: boolean): void;
  release(): void;
}

/** `changed` is told when the answer has become another one. */
export function keepInterest(lingerMs: number, changed: () => void): Interest {
  let shown = false;
  let linger: NodeJS.Timeout | undefined;
  const become = (next: boolean) => {
    if (shown === next) return;
    shown = next;
    changed();
  };
  return {
    get shown() {
      return shown;
    },
    show(on) {
      clearTimeout(linger);
      if (on) become(true);
      else linger = setTimeout(become, lingerMs, false);
    },
    release: () => clearTimeout(linger),
  };
}
