// From the search box into the list, by the keyboard.

/** Marks the one row that Tab reaches. */
export const rowLinkAttribute = 'data-row-link';

/** Focuses the row of the list that Tab would reach. False when there is none. */
export function focusFirstCall(): boolean {
  const link = document.querySelector<HTMLElement>(`[${rowLinkAttribute}][tabindex="0"]`);
  link?.focus();
  return link !== null;
}
