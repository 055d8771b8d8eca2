// The shortcut that starts and stops from anywhere (the app registers it; this catches it where that was not possible).

const mac = /mac/i.test(navigator.platform);

export const recordKeys = {
  shown: mac ? '⇧⌘R' : 'Ctrl+Shift+R',
  aria: mac ? 'Meta+Shift+R' : 'Control+Shift+R',
};

export const undoKeys = { shown: mac ? '⌘Z' : 'Ctrl+Z', aria: mac ? 'Meta+Z' : 'Control+Z' };
export const redoKeys = { shown: mac ? '⇧⌘Z' : 'Ctrl+Shift+Z' };

export function isRecordKeys(event: KeyboardEvent): boolean {
  const mainKey = mac ? event.metaKey : event.ctrlKey;
  return mainKey && event.shiftKey && !event.altKey && !event.repeat && event.code === 'KeyR';
}
