// The small icon that says the app is there, and that it records, when no window does.
import { Menu, Tray, nativeImage } from 'electron';
import type { RecordingState } from '../../contract/recording.ts';
import type { Translate } from './strings.ts';
import { isRunning, trayActions, type TrayAction } from './tray-menu.ts';

export interface TrayIcon {
  show(state: RecordingState): void;
  destroy(): void;
}

interface Deps {
  icons: { idle: string; recording: string };
  t: Translate;
  /** Each does its work and never throws. */
  actions: Record<TrayAction, () => void>;
}

export function openTray({ icons, t, actions }: Deps): TrayIcon {
  const images = {
    idle: nativeImage.createFromPath(icons.idle),
    recording: nativeImage.createFromPath(icons.recording),
  };
  const tray = new Tray(images.idle);
  tray.on('click', actions.open);
  const show = (state: RecordingState) => {
    const recording = isRunning(state);
    tray.setImage(recording ? images.recording : images.idle);
    tray.setToolTip(t(recording ? 'tray.recording' : 'tray.idle'));
    tray.setContextMenu(
      Menu.buildFromTemplate(
        trayActions(state).map((action) =>
          action === null ? { type: 'separator' } : { label: t(`tray.${action}`), click: actions[action] },
        ),
      ),
    );
  };
  show({ phase: 'idle' });
  return { show, destroy: () => tray.destroy() };
}
