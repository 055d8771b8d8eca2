// No word on screen claims what a recording is worth in law.
import { describe, expect, it } from 'vitest';

const files = import.meta.glob<Record<string, unknown>>('../../../../assets/locales/*/*.json', {
  eager: true,
  import: 'default',
});

function sentencesOf(node: unknown): string[] {
  if (typeof node === 'string') return [node];
  return node !== null && typeof node === 'object' ? Object.values(node).flatMap(sentencesOf) : [];
}

describe('words', () => {
  it.each(Object.entries(files))('%s claims nothing about the law', (_path, words) => {
    for (const said of sentencesOf(words)) {
      expect(said).not.toMatch(/\b(il)?legal|lawful|admissib|court|guarantee|entitled|your right\b/i);
    }
  });

  it.each(Object.entries(files))('%s has no empty text', (_path, words) => {
    for (const said of sentencesOf(words)) expect(said.trim()).not.toBe('');
  });
});
