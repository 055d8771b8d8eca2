// Opens the stream of a requested source, unprocessed, and says in our words why it could not.
import type { SourceRequest } from '../../contract/capture.ts';
import type { SourceLoss } from '../../contract/recording.ts';
import { findInput, listInputs } from './devices.ts';

/** Opening was refused for a reason that the app understands. */
export class SourceFailure extends Error {
  readonly loss: SourceLoss;

  constructor(loss: SourceLoss, message: string) {
    super(message);
    this.name = 'SourceFailure';
    this.loss = loss;
  }
}

/** What was said is what is kept. */
const unprocessed = { echoCancellation: false, noiseSuppression: false, autoGainControl: false };

/** Answers the one audio track of the source. */
export async function openStream(source: SourceRequest): Promise<MediaStreamTrack> {
  const stream =
    source.kind === 'loopback' ? await openLoopback() : await openInput(source.label, source.nth);
  const track = stream.getAudioTracks()[0];
  if (!track || track.readyState === 'ended') {
    for (const each of stream.getTracks()) each.stop();
    throw new SourceFailure('denied', 'the system gave no sound');
  }
  return track;
}

async function openInput(label: string | null, nth: number): Promise<MediaStream> {
  const audio: MediaTrackConstraints = { ...unprocessed, channelCount: { ideal: 2 } };
  if (label !== null) {
    const device = findInput(await labelledInputs(), label, nth);
    if (!device) throw new SourceFailure('missing', `no device ${JSON.stringify(label)} (${nth})`);
    audio.deviceId = { exact: device.deviceId };
  }
  return navigator.mediaDevices.getUserMedia({ audio });
}

async function labelledInputs(): ReturnType<typeof listInputs> {
  const devices = await listInputs();
  if (devices.length === 0 || devices.some(({ label }) => label !== '')) return devices;
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  try {
    return await listInputs();
  } finally {
    for (const track of stream.getTracks()) track.stop();
  }
}

async function openLoopback(): Promise<MediaStream> {
  const audio = { ...unprocessed, restrictOwnAudio: true };
  const stream = await navigator.mediaDevices.getDisplayMedia({ video: true, audio });
  // The picture is only asked for because the engine gives no sound without.
  for (const track of stream.getVideoTracks()) {
    track.stop();
    stream.removeTrack(track);
  }
  return stream;
}

export function lossOf(error: unknown): SourceLoss {
  if (error instanceof SourceFailure) return error.loss;
  const name = error instanceof Error ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied';
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'missing';
  return 'failed';
}
