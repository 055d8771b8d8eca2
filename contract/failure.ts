// What can go wrong: a code for programs, and a detail for the log. The window owns the sentence for each code.

export const failureCodes = [
  'no-microphone',
  'microphone-denied',
  'no-system-sound',
  'capture-failed',
  'already-recording',
  'not-recording',
  'disk-full',
  'library-unwritable',
  'library-newer',
  'call-missing',
  'call-unreadable',
  'case-unreadable',
  'case-exists',
  'case-in-use',
  'file-missing',
  'escalation-unreadable',
  'call-running',
  'call-in-the-way',
  'trash-missing',
  'trash-unreadable',
  'mark-missing',
  'audio-missing',
  'not-erased',
  'rules-unreadable',
  'settings-unreadable',
  'not-saved',
  'bad-request',
  'refused',
  'unexpected',
] as const;
export type FailureCode = (typeof failureCodes)[number];

export class Failure extends Error {
  readonly code: FailureCode;

  constructor(code: FailureCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'Failure';
    this.code = code;
  }
}

/** How an answer travels: Electron keeps only an error's message, so the code must be data. */
export type Settled<Value> = { ok: true; value: Value } | { ok: false; code: FailureCode; message: string };

/** Runs `work` and puts its value or its failure into an envelope. Never rejects. */
export async function settle<Value>(work: () => Value | Promise<Value>): Promise<Settled<Value>> {
  try {
    return { ok: true, value: await work() };
  } catch (cause) {
    const code = cause instanceof Failure ? cause.code : 'unexpected';
    return { ok: false, code, message: cause instanceof Error ? cause.message : String(cause) };
  }
}

/** Opens an envelope: the value, or the failure thrown again. */
export function unwrap<Value>(settled: Settled<Value>): Value {
  if (settled.ok) return settled.value;
  throw new Failure(settled.code, settled.message);
}
