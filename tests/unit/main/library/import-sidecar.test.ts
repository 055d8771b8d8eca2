import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSidecar } from '../../../../main/library/import-sidecar.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

async function beside(written: unknown, name = 'call.json') {
  const folder = await temporaryFolder();
  await writeFile(join(folder, name), typeof written === 'string' ? written : JSON.stringify(written));
  return readSidecar(join(folder, 'call.oga'));
}

const whole = {
  timestamp_unix_ms: 1_689_817_988_931,
  timestamp: '2023-07-19T21:53:08.931-04:00',
  direction: 'in',
  call_log_name: 'The log’s name',
  calls: [
    {
      phone_number: '+15550100',
      phone_number_formatted: '+1 555-0100',
      caller_name: 'Caller',
      contact_name: 'Contact',
    },
  ],
  output: {
    format: { type: 'OGG/Opus' },
    recording: { buffer_overruns: 2, was_ever_paused: true, was_ever_holding: true },
  },
  something_new: [1, 2],
};

describe('what BCR writes beside a recording', () => {
  it('gives time, name and number, and says what a listener would not know', async () => {
    expect(await beside(whole)).toMatchObject({
      startedAtMs: 1_689_817_988_931,
      name: 'Contact',
      phone: '+1 555-0100',
      said: ['paused', 'held', 'lost-sound'],
    });
  });

  it('is found beside the whole name too', async () => {
    expect(await beside(whole, 'call.oga.json')).toMatchObject({ name: 'Contact' });
  });

  it('takes the next best where something is null', async () => {
    const party = {
      phone_number: '5550100',
      phone_number_formatted: null,
      caller_name: 'Caller',
      contact_name: null,
    };
    expect(await beside({ ...whole, calls: [party] })).toMatchObject({ name: 'Caller', phone: '5550100' });
    expect(await beside({ ...whole, calls: [] })).toMatchObject({ name: 'The log’s name', phone: '' });
    expect(await beside({ timestamp_unix_ms: 5, calls: null, output: null })).toMatchObject({
      name: '',
      said: [],
    });
  });

  it('names everybody in a conference', async () => {
    const calls = ['Northwind', 'Contoso'].map((contact_name) => ({ contact_name }));
    expect(await beside({ ...whole, calls })).toMatchObject({ name: 'Northwind, Contoso' });
  });

  it.each(['', '{', '[]', '{"timestamp_unix_ms":"late"}', 'null'])(
    'cannot be read when it is %s',
    async (written) => {
      expect(await beside(written)).toBe('unreadable');
    },
  );

  it('is none where there is none', async () => {
    expect(await readSidecar(join(await temporaryFolder(), 'call.oga'))).toBeNull();
  });
});
