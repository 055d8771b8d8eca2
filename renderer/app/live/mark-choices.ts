// The marks that one key or click makes during a call.
import type { ConsentEvent, MarkKind } from '../../../contract/call.ts';

export interface MarkChoice {
  /** Names its words in recording.json. */
  id:
    | 'promise'
    | 'reference'
    | 'agent'
    | 'hold'
    | 'note'
    | 'you-announced'
    | 'they-announced'
    | 'transfer'
    | 'refusal'
    | 'agent-agreed'
    | 'agent-carried-on'
    | 'agent-refused';
  kind: MarkKind;
  event: ConsentEvent | null;
  /** Empty where there is no key for it. */
  key: string;
  /** True: the new mark's text box takes the next keystrokes. */
  wantsWords: boolean;
}

const plain = (id: MarkKind & MarkChoice['id'], key: string, wantsWords = true): MarkChoice => ({
  id,
  kind: id,
  event: null,
  key,
  wantsWords,
});
const consent = (event: ConsentEvent, key: string): MarkChoice => ({
  id: event,
  kind: 'consent',
  event,
  key,
  wantsWords: false,
});

export const youAnnounced = consent('you-announced', 'C');

/** In the order in which they stand on the screen. */
export const markChoices: readonly MarkChoice[] = [
  plain('promise', 'P'),
  plain('reference', 'R'),
  plain('agent', 'A'),
  plain('hold', 'H', false),
  plain('note', 'N'),
  youAnnounced,
  consent('they-announced', 'Y'),
  plain('transfer', 'T'),
  plain('refusal', 'X'),
];

/** What the agent may answer to being told; on the consent card. */
export const agentAnswers = {
  agreed: consent('agent-agreed', ''),
  carriedOn: consent('agent-carried-on', ''),
  refused: consent('agent-refused', ''),
} as const;
