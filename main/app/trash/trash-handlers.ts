// What answers the requests about the trash and about how long calls are kept.
import { z } from 'zod';
import { callIdSchema } from '../../library/call-schema.ts';
import { retentionRuleSchema } from '../../library/retention-rule.ts';
import type { HandlersOf } from '../serve.ts';
import type { Keeping } from './keeping.ts';
import { byHand } from './trash.ts';

const none = z.tuple([]);
const aCall = z.tuple([callIdSchema]);
const aName = z.tuple([z.string().max(100)]);
const aRule = z.tuple([retentionRuleSchema]);
const ruleAndShown = z.tuple([retentionRuleSchema, z.array(callIdSchema).max(10_000_000)]);

export function trashHandlers({
  trash,
  retention,
}: Pick<Keeping, 'trash' | 'retention'>): HandlersOf<'trash'> & HandlersOf<'retention'> {
  return {
    'trash:list': { args: none, answer: trash.list },
    'trash:held-by': { args: aCall, answer: trash.heldBy },
    // Only the rule ever lets a call stay after all.
    'trash:put': { args: aCall, answer: async (id) => (await trash.put(id, byHand)) ?? id },
    'trash:restore': { args: aName, answer: trash.restore },
    'trash:delete': { args: aName, answer: trash.remove },
    'retention:preview': { args: aRule, answer: retention.preview },
    'retention:turn-on': { args: ruleAndShown, answer: retention.turnOn },
    'retention:turn-off': { args: none, answer: retention.turnOff },
  };
}
