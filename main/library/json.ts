// Reads JSON that anyone may have written, and says in words what is wrong with it.
import type { z } from 'zod';

/** The value, or why there is none. A byte order mark, which some editors leave, is no harm. */
export function parseJson(text: string): { value: unknown } | { problem: string } {
  if (text.trim() === '') return { problem: 'it is empty' };
  try {
    return { value: JSON.parse(text.replace(/^\uFEFF/, '')) };
  } catch (cause) {
    return { problem: `it is not JSON (${(cause as Error).message})` };
  }
}

/** `marks[2].fromMs: Invalid input: expected number, received string` and how many more there are. */
export function problemsIn(error: z.ZodError): string {
  const [first, ...more] = error.issues;
  if (first === undefined) return 'it does not have the shape it should have';
  const path = first.path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : `${text}${text && '.'}${String(key)}`),
    '',
  );
  return `${path || 'the whole'}: ${first.message}${more.length > 0 ? `, and ${more.length} more` : ''}`;
}
