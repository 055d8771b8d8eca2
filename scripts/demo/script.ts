// The call that is played: who says what, and what the caller marks once they have heard it.
import type { ConsentEvent, MarkKind, Side } from '../../contract/call.ts';

export interface Beat {
  id: string;
  side: Side;
  /** What is said; null is hold music. */
  words: string | null;
  mark?: Marking;
}

export interface Marking {
  kind: MarkKind;
  event?: ConsentEvent;
  key: string;
  /** What the key stands for, as on its button. */
  name: string;
  /** The box that opens for words, and what is written into it. */
  writes?: { into: string; text: string };
}

export const company = 'Northwind Telecom';
export const about = 'Billed twice in October';
export const promise = 'Refund of $120 within five working days';
/** What the caller remembers of it later. */
export const searchWords = 'working days';

export const beats: readonly Beat[] = [
  {
    id: 'announcement',
    side: 'them',
    words: 'Welcome to Northwind Telecom. This call may be recorded.',
    mark: { kind: 'consent', event: 'they-announced', key: 'y', name: 'They announced recording' },
  },
  {
    id: 'announced back',
    side: 'you',
    words: 'Hello. I am recording this call too, for my notes. You have billed me twice.',
    mark: { kind: 'consent', event: 'you-announced', key: 'c', name: "I said I'm recording" },
  },
  {
    id: 'please hold',
    side: 'them',
    words: 'I will have a look. Please hold the line.',
    mark: { kind: 'hold', key: 'h', name: 'On hold' },
  },
  { id: 'hold music', side: 'them', words: null, mark: { kind: 'hold', key: 'h', name: 'On hold, over' } },
  {
    id: 'name',
    side: 'them',
    words: 'Thank you for waiting. My name is Maria, agent four four seven one.',
    mark: {
      kind: 'agent',
      key: 'a',
      name: 'Agent name',
      writes: { into: 'What is their name?', text: 'Maria, agent 4471' },
    },
  },
  { id: 'wish', side: 'you', words: 'Hello Maria. When do I get my money back?' },
  {
    id: 'promise',
    side: 'them',
    words: 'You will get a refund of one hundred and twenty dollars, within five working days.',
    mark: {
      kind: 'promise',
      key: 'p',
      name: 'Promise',
      writes: { into: 'What did they promise?', text: promise },
    },
  },
  { id: 'question', side: 'you', words: 'Good. Could I have a reference number for that, please?' },
  {
    id: 'reference',
    side: 'them',
    words: 'Certainly. It is N W, two zero nine three, eight eight one.',
    mark: {
      kind: 'reference',
      key: 'r',
      name: 'Reference no.',
      writes: { into: 'Which number did they give?', text: 'NW-2093-881' },
    },
  },
  { id: 'thanks', side: 'you', words: 'Two zero nine three, eight eight one. Thank you, and goodbye.' },
  { id: 'goodbye', side: 'them', words: 'Goodbye.' },
];
