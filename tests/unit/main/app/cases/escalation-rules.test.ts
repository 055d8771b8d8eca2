// The rules that ship say where they come from and when that was read, and claim nothing; nonsense is refused.
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { EscalationRules } from '../../../../../contract/escalation.ts';
import {
  escalationRulesSchema,
  readEscalationRules,
} from '../../../../../main/app/cases/escalation-rules.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';

const path = 'assets/escalation-rules.json';
const shipped = JSON.parse(readFileSync(path, 'utf8')) as EscalationRules;

test('what ships is whole, each rule with a source, a link and a month', async () => {
  const { rules, disclaimer } = await readEscalationRules(path);
  expect(rules.length).toBeGreaterThanOrEqual(5);
  expect(rules.every(({ source, asOf }) => source.title && source.url.startsWith('https://') && asOf)).toBe(
    true,
  );
  expect(disclaimer).toContain('not legal advice');
});

test('no rule promises anybody anything', () => {
  const words = shipped.rules
    .map(({ title, opens, startsWith }) => `${title} ${opens} ${startsWith}`)
    .join('\n');
  expect(words).not.toMatch(/\b(il)?legal|lawful|admissib|\bcourt|guarantee|entitled|\bright\b|must\b/i);
});

test.each([
  ['without a source', { source: { title: '', url: '' } }],
  ['without a date', { asOf: '' }],
  ['with a wait of half days', { wait: { count: 1.5, unit: 'days' } }],
  ['counted in months', { wait: { count: 1, unit: 'months' } }],
])('a rule %s is refused', (_what, broken) => {
  const [first, ...rest] = shipped.rules;
  expect(escalationRulesSchema.safeParse(shipped).success).toBe(true);
  expect(
    escalationRulesSchema.safeParse({ ...shipped, rules: [{ ...first, ...broken }, ...rest] }).success,
  ).toBe(false);
});

test('two rules of one name, a file that is cut off and one that is missing are refused', async () => {
  const twice = { ...shipped, rules: [shipped.rules[0], shipped.rules[0]] };
  expect(escalationRulesSchema.safeParse(twice).success).toBe(false);
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'cut.json'), '{');
  for (const name of ['cut.json', 'none.json'])
    await expect(readEscalationRules(join(folder, name))).rejects.toMatchObject({
      code: 'escalation-unreadable',
    });
});
