// Nonsense is told from commands, a source is found by name, and a refusal gets a word the app knows.
import { expect, test } from 'vitest';
import { isCommand } from '../../../../renderer/capture/command.ts';
import { findInput } from '../../../../renderer/capture/devices.ts';
import { lossOf, SourceFailure } from '../../../../renderer/capture/open-stream.ts';

test.each([
  { type: 'open', side: 'you', attempt: 1, source: { kind: 'input', label: null, nth: 0 } },
  { type: 'trust', side: 'them', attempt: 3 },
  { type: 'begin', callId: 'a', sides: ['you'], leadMs: 0, preRollMs: 0, silentWhenIdle: [] },
  { type: 'pause' },
  { type: 'end' },
])('$type is a command', (command) => expect(isCommand(command)).toBe(true));

test.each([
  null,
  undefined,
  'end',
  7,
  {},
  { type: 'nonsense' },
  { type: 'toString' },
  { type: 'open' },
  { type: 'open', side: 'x' },
  { type: 'distrust', side: 'toString' },
])('%j is not', (value) => expect(isCommand(value)).toBe(false));

const devices = [
  { deviceId: 'a', label: 'Headset' },
  { deviceId: 'b', label: 'Webcam' },
  { deviceId: 'c', label: 'Headset' },
];

test('a device is found by its label, and by its number among equals', () => {
  expect(findInput(devices, 'Headset', 0)?.deviceId).toBe('a');
  expect(findInput(devices, 'Headset', 1)?.deviceId).toBe('c');
  expect(findInput(devices, 'Headset', 2)).toBeNull();
  expect(findInput(devices, 'Head', 0)).toBeNull();
});

test.each([
  [new DOMException('', 'NotAllowedError'), 'denied'],
  [new DOMException('', 'NotFoundError'), 'missing'],
  [new DOMException('', 'OverconstrainedError'), 'missing'],
  [new DOMException('', 'NotReadableError'), 'failed'],
  [new SourceFailure('missing', ''), 'missing'],
  ['a string', 'failed'],
])('%s means %s', (error, loss) => expect(lossOf(error)).toBe(loss));
