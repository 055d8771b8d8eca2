// What was filled in before a call goes along with it, and does not go to a call that was named elsewhere.
import { expect, test, vi } from 'vitest';
import type { RecordingView } from '../../../../../contract/recording.ts';
import {
  followRecorder,
  patchFromDraft,
  useRecorder,
  type RunningState,
} from '../../../../../renderer/app/live/recorder.ts';

const draft = (company: string) => ({ company, case: '', places: null });
const running = (company: string) => ({ company, case: '' }) as RunningState;

test('letters typed while a call begins are part of its company', () => {
  expect(patchFromDraft(draft('Northwind'), running('North'), 'North')).toEqual({ company: 'Northwind' });
  expect(patchFromDraft(draft('North'), running(''), '')).toEqual({ company: 'North' });
  expect(patchFromDraft(draft('North'), running('North'), 'North')).toEqual({});
});

test('a call that the command line named keeps its company, whatever was left in the box', () => {
  expect(patchFromDraft(draft('Contoso'), running('Northwind'), '')).toEqual({});
});

test('its case goes along', () => {
  expect(patchFromDraft({ ...draft(''), case: 'Refund' }, running('Northwind'), '')).toEqual({
    case: 'Refund',
  });
});

test('what was filled in stands in its box until the app has it, so that whoever types on goes on from it', async () => {
  const hears = new Map<string, (view: RecordingView) => void>();
  let answer = (_: object) => {};
  const ask = (name: string) =>
    name === 'recording:describe' ? new Promise((resolve) => (answer = resolve)) : new Promise(() => {});
  const listen = (name: string, hear: (view: RecordingView) => void) => {
    hears.set(name, hear);
    return () => hears.delete(name);
  };
  vi.stubGlobal('window', { onRecord: { ask, listen } });
  const end = followRecorder({ wave: false });
  useRecorder.setState({ draft: draft('Northwi') });
  const sources = { you: { phase: 'live' }, them: { phase: 'live' } };
  const recording = { phase: 'recording', callId: 'call', company: '', case: '' };
  hears.get('recording:changed')!({ recording, sources } as never);
  expect(useRecorder.getState().draft.company).toBe('Northwi');
  answer({ ok: true, value: undefined });
  await vi.waitFor(() => expect(useRecorder.getState().draft.company).toBe(''));
  end();
  vi.unstubAllGlobals();
});
