// A time for which calls are kept, in words.
import type { RetentionRule } from '../../../contract/trash.ts';
import type { Words } from '../i18n.ts';

/** `6 months`, `2 years`. */
export function timeKept({ months }: RetentionRule, t: Words<'trash'>): string {
  return months % 12 === 0
    ? t('keeping.years', { count: months / 12 })
    : t('keeping.months', { count: months });
}
