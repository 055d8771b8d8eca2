// A letter that repeats what was promised on a call, from a template with places to fill. Pure.
import type { Call, Mark } from '../../../contract/call.ts';

/** The words that a language needs around the facts. */
export interface LetterWords {
  /** `today at 14:03`, or the whole date. */
  when: string;
  due(day: string): string;
  amount(amount: { value: number; currency: string }): string;
  from(who: string): string;
  reference(number: string): string;
}

export const places = ['company', 'when', 'promises', 'references', 'agents'] as const;
export type Place = (typeof places)[number];

/** A line whose places are all empty is left out, and so is an empty line before or after it. */
export function draftConfirmation(template: string, call: Call, words: LetterWords): string {
  const facts = factsOf(call, words);
  const lines = template.split('\n').flatMap((line) => {
    const named = places.filter((place) => line.includes(`{${place}}`));
    if (named.length > 0 && named.every((place) => facts[place] === '')) return [];
    return [named.reduce((text, place) => text.replaceAll(`{${place}}`, () => facts[place]), line)];
  });
  return lines
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}

function factsOf(call: Call, words: LetterWords): Record<Place, string> {
  const texts = (kind: Mark['kind']) =>
    call.marks
      .filter((mark) => mark.kind === kind && mark.text.trim() !== '')
      .map((mark) => mark.text.trim());
  return {
    company: call.company,
    when: words.when,
    promises: promisesOf(call, words).join('\n'),
    references: texts('reference').map(words.reference).join('\n'),
    agents: [...new Set(texts('agent'))].join(', '),
  };
}

/** One line each: what, until when, how much, by whom. Withdrawn ones, and those without any content, are left out. */
function promisesOf(call: Call, words: LetterWords): string[] {
  return call.marks.flatMap(({ promise, text }) => {
    if (!promise || promise.status === 'withdrawn') return [];
    const details = [
      promise.due ? words.due(promise.due) : '',
      promise.amount ? words.amount(promise.amount) : '',
      promise.who ? words.from(promise.who) : '',
    ].filter(Boolean);
    const what = text.trim();
    if (what === '' && details.length === 0) return [];
    if (what === '') return [`- ${details.join(', ')}`];
    return [details.length > 0 ? `- ${what} (${details.join(', ')})` : `- ${what}`];
  });
}
