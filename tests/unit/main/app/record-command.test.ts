// A call asked for from the command line: what is handed over, what is done with it, and the answer's way back.
import { expect, it } from 'vitest';
import type { RecordingState } from '../../../../contract/recording.ts';
import {
  answerRecord,
  awaitAnswer,
  handOver,
  readHandedOver,
  startAsAsked,
} from '../../../../main/app/record-command.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

/** A recorder that a start leads to `becomes`. */
function recorder(phase: 'idle' | 'starting', becomes: 'armed' | 'starting' | Error) {
  let state: RecordingState = phase === 'idle' ? { phase } : { phase, mode: 'both' };
  const started: unknown[] = [];
  return {
    started,
    deps: {
      state: () => state,
      usualMode: () => 'microphone' as const,
      async start(details: { company: string; mode: string }) {
        if (becomes instanceof Error) throw becomes;
        started.push(details);
        state =
          becomes === 'armed'
            ? { phase: 'armed', company: details.company }
            : { phase: 'starting', mode: 'both' };
      },
    },
  };
}

it('starts a call in the mode that is set when none is given', async () => {
  const { deps, started } = recorder('idle', 'starting');
  expect(await startAsAsked({ company: 'Northwind', mode: null }, deps)).toEqual({
    said: 'started',
    why: '',
  });
  expect(started).toEqual([{ company: 'Northwind', mode: 'microphone' }]);
});

it('says that a call waits for its announcement', async () => {
  const { deps } = recorder('idle', 'armed');
  expect((await startAsAsked({ company: '', mode: 'tell-first' }, deps)).said).toBe('armed');
});

it('leaves a call alone that is going on', async () => {
  const { deps, started } = recorder('starting', 'starting');
  expect((await startAsAsked({ company: 'Other', mode: null }, deps)).said).toBe('alreadyRecording');
  expect(started).toEqual([]);
});

it('says why nothing began', async () => {
  const { deps } = recorder('idle', new Error('The disk is full'));
  expect(await startAsAsked({ company: '', mode: null }, deps)).toEqual({
    said: 'failed',
    why: 'The disk is full',
  });
});

it('understands what another instance hands over, and nothing else', () => {
  const { record } = handOver({ name: 'record', company: 'Northwind', mode: 'both' });
  expect(readHandedOver({ record })).toEqual(record);
  for (const wrong of [
    null,
    {},
    { record: {} },
    { record: { ...record, answerId: '../../x' } },
    { record: { ...record, company: 'two\nlines' } },
  ])
    expect(readHandedOver(wrong)).toBeNull();
});

it('brings the answer back, once', async () => {
  const folder = await temporaryFolder();
  const { answerId } = handOver({ name: 'record', company: '', mode: null }).record;
  const waits = awaitAnswer(folder, answerId, 5_000);
  await answerRecord(folder, answerId, { said: 'started', why: '' });
  expect(await waits).toEqual({ said: 'started', why: '' });
  expect(await awaitAnswer(folder, answerId, 1)).toBeNull();
});
