// Which keys lead into the box that finds something on a screen.

/** `/` unless something is being typed, or Ctrl/Cmd+F. */
export function asksToFind(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.altKey) return false;
  if (event.ctrlKey || event.metaKey) return event.key.toLowerCase() === 'f' && !event.shiftKey;
  const target = event.target;
  const typing =
    target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]');
  return event.key === '/' && !typing;
}
