// The outputs that quotes can be played through, by the labels the system gives them.
import { useEffect, useState } from 'react';

/** Stand-ins for whatever the system's default is at the moment. */
const standIns = ['default', 'communications'];

async function playbackDevices(): Promise<MediaDeviceInfo[]> {
  const all = await navigator.mediaDevices.enumerateDevices();
  return all.filter(
    ({ kind, deviceId, label }) => kind === 'audiooutput' && label !== '' && !standIns.includes(deviceId),
  );
}

/** What `setSinkId` wants: empty is the system's default. Null when no output has this label now. */
export async function sinkIdOf(label: string | null): Promise<string | null> {
  if (label === null) return '';
  return (await playbackDevices()).find((device) => device.label === label)?.deviceId ?? null;
}

/** The labels of what is connected, kept true while the component is there. */
export function usePlaybackDevices(): readonly string[] {
  const [labels, setLabels] = useState<readonly string[]>([]);
  useEffect(() => {
    let isOver = false;
    const read = () =>
      void playbackDevices()
        .catch(() => [])
        .then((found) => !isOver && setLabels(found.map(({ label }) => label)));
    read();
    navigator.mediaDevices.addEventListener('devicechange', read);
    return () => {
      isOver = true;
      navigator.mediaDevices.removeEventListener('devicechange', read);
    };
  }, []);
  return labels;
}
