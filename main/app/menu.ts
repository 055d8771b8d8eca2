// The menu bar: only what works everywhere; editing keys come from it on macOS.
import { Menu } from 'electron';
import type { Translate } from './strings.ts';

export const toggleKey = 'CommandOrControl+Shift+R';

export function setMenu(t: Translate, { toggle, quit }: { toggle(): void; quit(): void }): void {
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      {
        label: t('menu.file'),
        submenu: [
          { label: t('menu.record'), accelerator: toggleKey, click: toggle, registerAccelerator: false },
          { type: 'separator' },
          { label: t('menu.quit'), accelerator: 'CommandOrControl+Q', click: quit },
        ],
      },
      {
        label: t('menu.edit'),
        submenu: [{ role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'selectAll' }],
      },
      {
        label: t('menu.view'),
        submenu: [
          { role: 'zoomIn' },
          { role: 'zoomOut' },
          { role: 'resetZoom' },
          { role: 'togglefullscreen' },
        ],
      },
      { label: t('menu.window'), submenu: [{ role: 'minimize' }, { role: 'close' }] },
    ]),
  );
}
