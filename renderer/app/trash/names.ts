// What a call in the trash is called in a sentence.
import type { TrashedCall } from '../../../contract/trash.ts';
import { shortDate } from '../ui/format.ts';

export function shortNames(
  { company, startedAtMs }: TrashedCall,
  nobody: string,
): { company: string; date: string } {
  return { company: company.trim() || nobody, date: shortDate(startedAtMs) };
}
