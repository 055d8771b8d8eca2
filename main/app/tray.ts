// The small icon that says the app is there, and that it records, when no window does.
import { Menu, Tray, nativeImage } from 'electron';
import type { RecordingState } from '../../contract/recording.ts';
import type { Translate } from './strings.ts';

export interface TrayIcon {
  show(state: RecordingState): void;
  destroy(): void;
}

interface Deps {
  icons: { idle: string; recording: string };
  t: Translate;
  open(): void;
  start(): void;
  stop(): void;
  quit(): void;
}

export function openTray({ icons, t, open, start, stop, quit }: Deps): TrayIcon {
  const images = {
    idle: nativeImage.createFromPath(icons.idle),
    recording: nativeImage.createFromPath(icons.recording),
  };
  const tray = new Tray(images.idle);
  tray.on('click', open);
  const show = (state: RecordingState) => {
    const recording = state.phase === 'recording' || state.phase === 'paused';
    tray.setImage(recording ? images.recording : images.idle);
    tray.setToolTip(t(recording ? 'tray.recording' : 'tray.idle'));
    tray.setContextMenu(
      Menu.buildFromTemplate([
        { label: t('tray.open'), click: open },
        recording ? { label: t('tray.stop'), click: stop } : { label: t('tray.start'), click: start },
        { type: 'separator' },
        { label: t('tray.quit'), click: quit },
      ]),
    );
  };
  show({ phase: 'idle' });
  return { show, destroy: () => tray.destroy() };
}
