// Files that are dropped onto the window are imported. Their paths are told from here: no page ever sees or names one.
import { ipcRenderer, webUtils } from 'electron';

/** The page lets the drop happen where it wants files; elsewhere there is none to hear. */
export function hearDrops(): void {
  window.addEventListener('drop', (event) => {
    const files = [...(event.dataTransfer?.files ?? [])];
    const paths = files.map(pathOf).filter((path) => path !== '');
    if (paths.length > 0) void ipcRenderer.invoke('import:dropped', paths);
  });
}

/** Electron before 32 says it on the file itself. */
function pathOf(file: File): string {
  // What the types promise, older engines lack.
  const utils = webUtils as typeof webUtils | undefined;
  return utils?.getPathForFile(file) ?? (file as File & { path?: string }).path ?? '';
}
