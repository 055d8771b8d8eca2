// Keys typed between a mark's key and the moment its text box is there: they are its first words, never marks.

/** What was typed; `entered`: the words were ended with Enter, so the box need not take the keyboard at all. */
export interface TypedAhead {
  text: string;
  entered: boolean;
}

type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>;

export class TypeAhead {
  #typed: TypedAhead | null = null;

  /** A mark is on its way to disk, and its box will follow. */
  begin(): void {
    this.#typed = { text: '', entered: false };
  }

  /** True when the key belongs to the words to come. */
  hear({ key, ctrlKey, metaKey, altKey }: KeyPress): boolean {
    const typed = this.#typed;
    if (!typed || typed.entered || ctrlKey || metaKey || altKey) return false;
    if (key === 'Enter') typed.entered = true;
    else if (key === 'Backspace') typed.text = typed.text.slice(0, -1);
    // Keys that write nothing have names, such as `Shift` or `ArrowLeft`.
    else if (/^[A-Z]\w/.test(key)) return false;
    else typed.text += key;
    return true;
  }

  /** The box is there, or will never be. */
  end(): TypedAhead {
    const typed = this.#typed ?? { text: '', entered: false };
    this.#typed = null;
    return typed;
  }
}

export const typeAhead = new TypeAhead();
