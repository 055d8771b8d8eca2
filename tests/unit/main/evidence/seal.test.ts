// The seal: hashes and facts of the recording, and none of the words that may still be said of it.
import { createHash, randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hashFile, makeSeal } from '../../../../main/evidence/seal.ts';
import { makeCall, makePromise } from '../../../support/make-call.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

test('a file of many pieces has the hash of all its bytes', async () => {
  const path = join(await temporaryFolder(), 'audio.ogg');
  const data = randomBytes(200_001);
  await writeFile(path, data);
  expect(await hashFile(path)).toBe(createHash('sha256').update(data).digest('hex'));
});

test('a seal holds what was captured, and nothing that a person may change later', () => {
  const call = makeCall({ company: 'Contoso', notes: 'was kind', marks: [makePromise('Refund')] });
  const link = { bytes: 4, durationMs: 20, hash: 'ab' };
  const seal = makeSeal(call, { bytes: 4, sha256: 'cd' }, [link], Date.UTC(2026, 10, 23, 15));
  const { startedAt, timeZone, utcOffsetMinutes, durationMs, source, capture } = call;
  expect(seal).toEqual({
    format: 1,
    callId: call.id,
    sealedAt: '2026-11-23T15:00:00.000Z',
    audio: { file: 'audio.ogg', bytes: 4, sha256: 'cd' },
    chain: [link],
    facts: { startedAt, timeZone, utcOffsetMinutes, durationMs, source, capture },
  });
});
