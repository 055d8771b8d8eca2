// The rules by place are read from a file that is checked: what ships is whole, and nonsense is refused.
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ConsentLaws } from '../../../../contract/consent-rules.ts';
import { consentLawsSchema, readConsentLaws } from '../../../../main/app/consent-laws.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const asset = 'assets/consent-laws.json';
const laws = JSON.parse(readFileSync(asset, 'utf8')) as ConsentLaws;

test('the rules that ship are read whole', async () => {
  const read = await readConsentLaws(asset);
  expect(read).toEqual(laws);
  expect(read.jurisdictions.length).toBeGreaterThan(80);
});

test.each<[string, (laws: ConsentLaws) => unknown]>([
  ['no date', (good) => ({ ...good, asOf: 'recently' })],
  ['no disclaimer', (good) => ({ ...good, disclaimer: 'All true.' })],
  ['a kind of consent that is none', (good) => withFirst(good, { consent: 'some-party' })],
  ['a source that is not there', (good) => withFirst(good, { sources: ['nobody'] })],
  ['a place without a statute', (good) => withFirst(good, { statute: '' })],
  ['a place twice', (good) => ({ ...good, jurisdictions: [...good.jurisdictions, good.jurisdictions[0]] })],
])('a file with %s is refused', (_, spoil) => {
  expect(consentLawsSchema.safeParse(spoil(laws)).success).toBe(false);
});

function withFirst(good: ConsentLaws, fields: object): unknown {
  return {
    ...good,
    jurisdictions: [{ ...good.jurisdictions[0], ...fields }, ...good.jurisdictions.slice(1)],
  };
}

test('a missing or broken file is a failure with a code', async () => {
  const folder = await temporaryFolder();
  const broken = join(folder, 'broken.json');
  await writeFile(broken, '{"asOf":');
  await expect(readConsentLaws(broken)).rejects.toMatchObject({ code: 'rules-unreadable' });
  await expect(readConsentLaws(join(folder, 'none.json'))).rejects.toMatchObject({
    code: 'rules-unreadable',
  });
});
