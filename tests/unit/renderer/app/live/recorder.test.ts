// What was filled in before a call goes along with it, and does not go to a call that was named elsewhere.
import { expect, test } from 'vitest';
import { patchFromDraft, type RunningState } from '../../../../../renderer/app/live/recorder.ts';

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
