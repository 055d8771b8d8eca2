// A mark in mid-call: on disk before it is answered. Hold is a span: the same key ends it.
import type { Mark } from '../../contract/call.ts';
import type { LiveCall } from './live-call.ts';
import { newMark, type MarkRequest } from './new-mark.ts';

export async function takeMark(call: LiveCall, request: MarkRequest): Promise<Mark> {
  if (request.kind !== 'hold') return call.putMark(newMark(request));
  const running = call.marks.find((one) => one.id === call.openHold?.markId);
  const hold = running
    ? await call.putMark({ ...running, toMs: Math.round(request.atMs) })
    : await call.putMark(newMark({ ...request, reachBackMs: 0 }));
  await call.setHold(running ? null : hold);
  return hold;
}
