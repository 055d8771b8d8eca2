// Ways of the keyboard between the parts of the ledger.

/** Marks what takes the focus of a row. */
export const rowLinkAttribute = 'data-ledger-link';
/** Marks the boxes that say what decided a promise. */
export const proofAttribute = 'data-proof';

/** To the row that Tab would reach. */
export function focusRow(): void {
  document.querySelector<HTMLElement>(`[${rowLinkAttribute}][tabindex="0"]`)?.focus();
}

/** Into the first of the boxes that say what decided the promise in hand, once they are there. */
export function focusProof(): void {
  requestAnimationFrame(() =>
    document.querySelector<HTMLElement>(`[${proofAttribute}] :is(button, select, input)`)?.focus(),
  );
}
