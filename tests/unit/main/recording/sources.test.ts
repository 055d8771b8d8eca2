// Both sides stay connected to what they should be, and what they are not is never heard as if they were.
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sides, type Side } from '../../../../contract/call.ts';
import { keepSources } from '../../../../main/recording/sources.ts';
import type { Wish } from '../../../../main/recording/one-side.ts';
import { chromiumSound } from '../../../../main/recording/sound/chromium-sound.ts';
import { soundWorld } from '../../../support/sound-world.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const both: Record<Side, Wish> = { you: { chosen: null }, them: { chosen: null } };
const none: Record<Side, Wish> = { you: 'off', them: 'off' };
const settle = () => vi.advanceTimersByTimeAsync(8_000);

function aKeeper(slowMs: () => number = () => 20) {
  const world = soundWorld(slowMs);
  const changes: { side: Side; from: string; to: string }[] = [];
  const said: string[] = [];
  const keeper = keepSources({
    sound: world.sound,
    clock: { now: () => Date.now(), monotonicMs: () => Date.now() },
    send: world.send,
    changed: (side, change) => void (change && changes.push({ side, ...change })),
    log: (message) => said.push(message),
  });
  world.serves(keeper);
  return { keeper, world, changes, said };
}

test('what is wished for is opened, checked with the sound server, and only then heard', async () => {
  const { keeper, world, changes } = aKeeper();
  keeper.wish(both);
  expect(keeper.states.you).toEqual({ phase: 'opening', label: '' });
  world.captureComes();
  await settle();
  expect(keeper.states).toEqual({
    you: { phase: 'live', label: 'Headset' },
    them: { phase: 'live', label: 'Speakers' },
  });
  const told = world.commands.flatMap((one) => ('side' in one && one.side === 'you' ? [one.type] : []));
  expect([...new Set(told)]).toEqual(['open', 'trust']);
  expect(changes).toEqual([
    { side: 'you', from: '', to: 'Headset' },
    { side: 'them', from: '', to: 'Speakers' },
  ]);
});

test('a chosen microphone that is pulled out is said to be lost at once, and taken up again when it is back', async () => {
  const { keeper, world, changes } = aKeeper();
  keeper.wish({ ...both, you: { chosen: 'Headset' } });
  world.captureComes();
  await settle();
  world.unplug('you', 'Headset'); // the sound server now feeds the webcam's sound into the same stream
  await vi.advanceTimersByTimeAsync(200);
  expect(keeper.states.you).toEqual({ phase: 'lost', label: 'Headset', cause: 'unplugged' });
  expect(world.streams.you).toMatchObject({ device: 'Webcam', heard: false });
  world.plug('you', 'Headset');
  await settle();
  expect(keeper.states.you).toEqual({ phase: 'live', label: 'Headset' });
  expect(world.streams.you).toMatchObject({ device: 'Headset', heard: true });
  expect(changes).toHaveLength(2); // the same device came back: no change of source
});

test('a side that follows the default goes where the default goes, and says so', async () => {
  const { keeper, world, changes } = aKeeper();
  keeper.wish(both);
  world.captureComes();
  await settle();
  world.choose('them', 'Dock');
  await settle();
  expect(keeper.states.them).toEqual({ phase: 'live', label: 'Dock' });
  expect(changes.at(-1)).toEqual({ side: 'them', from: 'Speakers', to: 'Dock' });
});

test('a default device that is pulled out is not heard any more when its follower is', async () => {
  const { keeper, world, changes } = aKeeper();
  keeper.wish(both);
  world.captureComes();
  await vi.advanceTimersByTimeAsync(7_500); // between two looks at it
  world.unplug('you', 'Headset');
  await settle();
  expect(world.commands).toContainEqual(
    expect.objectContaining({ type: 'distrust', side: 'you', cause: 'source unplugged' }),
  );
  expect(keeper.states.you).toEqual({ phase: 'live', label: 'Webcam' });
  expect(changes.at(-1)).toEqual({ side: 'you', from: 'Headset', to: 'Webcam' });
});

test('a stream that was opened on another device than the one asked for is never heard', async () => {
  const { keeper, world } = aKeeper();
  world.misleadInto('Webcam');
  keeper.wish({ ...none, you: { chosen: 'Headset' } });
  world.captureComes();
  await settle();
  expect(keeper.states.you).toMatchObject({ phase: 'lost', cause: 'replaced' });
  expect(world.commands.some(({ type }) => type === 'trust')).toBe(false);
  world.misleadInto(null);
  await settle();
  expect(keeper.states.you).toEqual({ phase: 'live', label: 'Headset' });
});

test('a device that is not there is missing, one that was refused is denied, and both are tried again', async () => {
  const { keeper, world } = aKeeper();
  world.unplug('you', 'Headset');
  world.unplug('you', 'Webcam');
  keeper.wish(both);
  world.captureComes();
  await settle();
  expect(keeper.states.you).toEqual({ phase: 'lost', label: '', cause: 'missing' });
  const last = world.commands.filter((one) => one.type === 'open').at(-1)!;
  keeper.failed({ side: last.side, attempt: last.attempt, cause: 'denied', message: 'NotAllowedError' });
  expect(keeper.states.them).toMatchObject({ phase: 'lost', cause: 'denied' });
  world.plug('you', 'Webcam');
  await settle();
  expect(keeper.states).toMatchObject({ you: { phase: 'live', label: 'Webcam' }, them: { phase: 'live' } });
});

test('late news of an opening that is over changes nothing', async () => {
  const { keeper, world } = aKeeper();
  keeper.wish(both);
  world.captureComes();
  await settle();
  const before = keeper.states;
  keeper.failed({ side: 'you', attempt: 0, cause: 'failed', message: 'of long ago' });
  keeper.opened({ side: 'them', attempt: 0, label: 'old', sampleRateHz: 48_000 });
  expect(keeper.states).toEqual(before);
  await settle();
  expect(keeper.states).toEqual(before);
});

test('another device chosen while the first one opens: what opens is not taken for it', async () => {
  const { keeper, world } = aKeeper();
  world.unplug('them', 'Dock');
  world.captureComes();
  keeper.wish(both);
  // The capture window was told to open the default, and has not answered.
  while (!world.commands.some((one) => one.type === 'open' && one.side === 'them'))
    await vi.advanceTimersByTimeAsync(1);
  keeper.wish({ ...both, them: { chosen: 'Dock' } });
  await settle();
  expect(keeper.states.them).toMatchObject({ phase: 'lost', cause: 'missing' });
  expect(world.streams.them?.heard ?? false).toBe(false);
});

test('a source that fails while the sound server is asked about it is not believed to be live', async () => {
  const { keeper, world } = aKeeper(() => 50);
  keeper.wish({ ...none, them: { chosen: null } });
  world.captureComes();
  while (!world.streams.them) await vi.advanceTimersByTimeAsync(1);
  world.fails('them'); // it was opened just now, and is being checked
  await vi.advanceTimersByTimeAsync(60);
  expect(keeper.states.them).toMatchObject({ phase: 'lost', cause: 'failed' });
  expect(world.commands.some(({ type }) => type === 'trust')).toBe(false);
});

test('a stalled source that is opened again is not told as another device in its place', async () => {
  const { keeper, world } = aKeeper();
  keeper.wish({ ...none, you: { chosen: null } });
  world.captureComes();
  await settle();
  keeper.report('you', 'stalled');
  keeper.reopen('you');
  await vi.advanceTimersByTimeAsync(60);
  expect(world.commands.flatMap((one) => (one.type === 'distrust' ? [one.cause] : []))).toEqual([
    'source stalled',
  ]);
});

test('the default output moves while our source for it opens: the side is named by where it comes from now', async () => {
  // On PulseAudio that source stays one and the same, and is moved from output to output beneath Chromium's stream.
  const { world } = aKeeper();
  let output = 'Speakers';
  let prepared = '';
  let preparing = 0;
  const wait = () => new Promise<void>((resolve) => setTimeout(resolve, 50));
  const changes: object[] = [];
  const opened: number[] = [];
  const keeper = keepSources({
    sound: {
      ...world.sound,
      async prepare() {
        preparing += 1;
        await wait();
        preparing -= 1;
        prepared = output;
        return { request: { kind: 'input', label: 'ours', nth: 0 }, label: output };
      },
      check: () => wait().then(() => 'right'),
      outdated: async () => output !== prepared,
    },
    clock: { now: () => Date.now(), monotonicMs: () => Date.now() },
    send: (command) => void (command.type === 'open' && opened.push(command.attempt)),
    changed: (_side, change) => void (change && changes.push(change)),
    log: () => undefined,
  });
  keeper.wish({ ...none, them: { chosen: null } });
  keeper.captureReady();
  await vi.advanceTimersByTimeAsync(300);
  output = 'Dock';
  while (preparing === 0) await vi.advanceTimersByTimeAsync(1); // the next look has begun
  keeper.opened({ side: 'them', attempt: opened[0]!, label: 'ours', sampleRateHz: 48_000 });
  await vi.advanceTimersByTimeAsync(5_000);
  expect(keeper.states.them).toEqual({ phase: 'live', label: 'Dock' });
  expect(changes).toEqual([{ from: '', to: 'Dock' }]);
  const released = keeper.release();
  await settle();
  await released;
});

test('without a sound server to ask, the default microphone is called as the capture window found it', async () => {
  const opened: number[] = [];
  const keeper = keepSources({
    sound: chromiumSound(
      () => ['Webcam', 'Headset'],
      () => () => undefined,
    ),
    clock: { now: () => Date.now(), monotonicMs: () => Date.now() },
    send: (command) => void (command.type === 'open' && opened.push(command.attempt)),
    changed: () => undefined,
    log: () => undefined,
  });
  keeper.wish({ ...none, you: { chosen: null } });
  keeper.captureReady();
  await vi.advanceTimersByTimeAsync(10);
  keeper.opened({ side: 'you', attempt: opened[0]!, label: 'Headset', sampleRateHz: 48_000 });
  await vi.advanceTimersByTimeAsync(10);
  expect(keeper.states.you).toEqual({ phase: 'live', label: 'Headset' });
  await keeper.release();
});

test('the watchdog is believed about a source that is right, and not asked about one that is lost', async () => {
  const { keeper, world } = aKeeper();
  keeper.wish(both);
  world.captureComes();
  await settle();
  keeper.report('you', 'silent');
  keeper.report('them', 'stalled');
  expect(keeper.states).toMatchObject({
    you: { phase: 'silent' },
    them: { phase: 'lost', cause: 'stalled' },
  });
  keeper.reopen('them');
  await settle();
  expect(keeper.states.them).toEqual({ phase: 'live', label: 'Speakers' });
  world.captureGoes();
  keeper.report('you', 'live');
  expect(keeper.states.you).toMatchObject({ phase: 'lost', cause: 'failed' });
});

/** What is said to be heard and is not, may be for this long: the sound server has to be asked. */
const liedAtMostMs = 500;

test('whatever happens in whatever order: nothing is called live that is not heard, and in the end all is as it should be', async () => {
  const side = fc.constantFrom<Side>('you', 'them');
  const device = fc.nat({ max: 1 });
  const name = (which: Side, index: number) =>
    ({ you: ['Headset', 'Webcam'], them: ['Speakers', 'Dock'] })[which][index]!;
  const wish = fc.oneof(
    fc.constant('off' as const),
    fc.constantFrom(null, 0, 1).map((index) => ({ index })),
  );
  const event = fc.oneof(
    fc.record({ do: fc.constantFrom(...(['plug', 'unplug', 'choose'] as const)), side, device }),
    fc.record({ do: fc.constant('wish' as const), you: wish, them: wish }),
    fc.record({ do: fc.constantFrom(...(['captureComes', 'captureGoes'] as const)) }),
    fc.record({ do: fc.constantFrom(...(['reopen', 'fails', 'stalled', 'live'] as const)), side }),
  );
  const steps = fc.array(fc.tuple(fc.nat({ max: 400 }), event), { maxLength: 14 });
  await fc.assert(
    fc.asyncProperty(steps, fc.infiniteStream(fc.nat({ max: 120 })), async (all, delays) => {
      const { keeper, world, changes, said } = aKeeper(() => delays.next().value as number);
      let wishes = none;
      const liedMs: Record<Side, number> = { you: 0, them: 0 };
      async function look(ms: number): Promise<void> {
        for (let at = 0; at < ms; at += 20) {
          await vi.advanceTimersByTimeAsync(20);
          for (const which of sides) {
            const isLie = keeper.states[which].phase === 'live' && world.streams[which]?.heard !== true;
            liedMs[which] = isLie ? liedMs[which] + 20 : 0;
            expect(liedMs[which], `${which} is said to be live and is not heard`).toBeLessThan(liedAtMostMs);
          }
        }
      }
      for (const [pauseMs, step] of all) {
        await look(pauseMs);
        if (step.do === 'wish') {
          const of = (which: Side): Wish => {
            const one = step[which];
            return one === 'off' ? one : { chosen: one.index === null ? null : name(which, one.index) };
          };
          wishes = { you: of('you'), them: of('them') };
          keeper.wish(wishes);
        } else if (step.do === 'reopen') keeper.reopen(step.side);
        else if (step.do === 'stalled' || step.do === 'live') keeper.report(step.side, step.do);
        else if (step.do === 'fails') world.fails(step.side);
        else if ('device' in step) world[step.do](step.side, name(step.side, step.device));
        else world[step.do]();
      }
      if (!world.isCaptureThere) world.captureComes();
      await look(8_000);
      for (const which of sides) {
        keeper.report(which, 'live'); // the watchdog has heard of it again
        const wished = wishes[which];
        const right = wished === 'off' ? undefined : world.rightDevice(which, wished.chosen);
        if (wished === 'off') expect(keeper.states[which]).toEqual({ phase: 'off' });
        else if (right === undefined) expect(keeper.states[which]).toMatchObject({ phase: 'lost' });
        else expect(keeper.states[which]).toEqual({ phase: 'live', label: right });
        if (wished === 'off') expect(world.streams[which]).toBeNull();
        if (right !== undefined) expect(world.streams[which]).toMatchObject({ device: right, heard: true });
        else expect(world.streams[which]?.heard ?? false).toBe(false);
        // Told as one device after another, to the one that is heard now.
        const told = changes.filter((change) => change.side === which);
        for (const [at, { from }] of told.entries()) if (from !== '') expect(from).toBe(told[at - 1]?.to);
        if (right !== undefined) expect(told.at(-1)?.to).toBe(right);
      }
      expect(said.filter((one) => !one.startsWith('Source of'))).toEqual([]);
      const released = keeper.release();
      await settle();
      await released;
      const sent = world.commands.length;
      world.unplug('you', 'Headset');
      await settle();
      expect(world.commands.length).toBe(sent);
    }),
    { numRuns: 200 },
  );
});

test('a side that is turned off while the sound server thinks stays off', async () => {
  const { keeper, world } = aKeeper(() => 100);
  for (const afterMs of [0, 50, 150, 250, 350, 450]) {
    keeper.wish(both);
    world.captureComes();
    await vi.advanceTimersByTimeAsync(afterMs);
    keeper.wish(none);
    await settle();
    expect(keeper.states).toEqual({ you: { phase: 'off' }, them: { phase: 'off' } });
    expect(world.streams).toEqual({ you: null, them: null });
  }
});
