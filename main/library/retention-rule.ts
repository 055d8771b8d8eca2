// For how long calls are kept, and when a call is older than that. By the calendar: a month is not thirty days.
import { z } from 'zod';
import { longestRetentionMonths, type RetentionRule } from '../../contract/trash.ts';

export const retentionRuleSchema: z.ZodType<RetentionRule> = z.object({
  months: z.number().int().min(1).max(longestRetentionMonths),
});

/** Calls that began before this moment (epoch ms, by UTC) are older than the rule keeps them. */
export function agedBeforeMs({ months }: RetentionRule, nowMs: number): number {
  const date = new Date(nowMs);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() - months);
  // A month before the 31st of March is the last of February, not the 3rd of March.
  const daysInMonth = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, daysInMonth));
  return date.getTime();
}
