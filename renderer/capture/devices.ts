// The input devices that can be chosen, by the names the system gives them.
import { complain, tell, type Door } from './door.ts';

/** Entries that stand for another device: `Default`, `Communications`. */
const aliases = ['default', 'communications'];
/** Plugging in one headset is several events. */
const settleMs = 200;

export interface InputDevice {
  deviceId: string;
  label: string;
}

/** Labels are empty until audio capture has been granted, which in a browser takes a first stream. */
export async function listInputs(): Promise<InputDevice[]> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices.filter(({ kind, deviceId }) => kind === 'audioinput' && !aliases.includes(deviceId));
}

/** The `nth` device of that label. */
export function findInput(devices: readonly InputDevice[], label: string, nth: number): InputDevice | null {
  return devices.filter((device) => device.label === label)[nth] ?? null;
}

/** Tells the app the names now and whenever they change. */
export function announceDevices(door: Door): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const announce = (): void => {
    listInputs().then(
      (devices) =>
        tell(
          door,
          'capture:devices',
          devices.map(({ label }) => label).filter((label) => label !== ''),
        ),
      (error: unknown) => complain(`devices cannot be listed: ${String(error)}`),
    );
  };
  navigator.mediaDevices.addEventListener('devicechange', () => {
    clearTimeout(timer);
    timer = setTimeout(announce, settleMs);
  });
  announce();
}
