// Valid cases and rules for tests: say only what the test is about.
import type { CaseFile } from '../../contract/cases.ts';
import type { CaseRule } from '../../contract/escalation.ts';

export function makeCase(fields: Partial<CaseFile> = {}): CaseFile {
  return {
    format: 1,
    id: 'case-0001',
    revision: 1,
    updatedAt: '2026-11-23T14:05:00.000Z',
    name: 'Refund of $120',
    status: 'open',
    closedAt: null,
    ending: '',
    want: '',
    nextStep: { text: '', due: null },
    offers: [],
    notes: [],
    files: [],
    escalation: { on: true, startedOn: null, rules: [] },
    ...fields,
  };
}

export function makeRule(fields: Partial<CaseRule> = {}): CaseRule {
  return {
    id: 'rule-1',
    title: 'A scheme',
    means: 'opens',
    starts: 'first-complaint',
    startsWith: 'the first complaint',
    wait: { count: 8, unit: 'weeks' },
    opens: '',
    source: { title: 'A source', url: 'https://example.org/rule' },
    asOf: '2026-11',
    on: true,
    startedOn: null,
    ...fields,
  };
}
