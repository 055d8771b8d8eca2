// The queue: one after another, whatever becomes of each.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeQueue } from '../../../main/queue.ts';

test('work never overlaps, keeps its order, and failures stay with whoever asked', async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), fc.array(fc.boolean(), { maxLength: 8 }), async (scheduler, fates) => {
      const queue = makeQueue();
      const log: string[] = [];
      const asked = fates.map((works, index) =>
        queue.run(async () => {
          log.push(`begin ${index}`);
          await scheduler.schedule(Promise.resolve());
          log.push(`end ${index}`);
          if (!works) throw new Error(`no ${index}`);
          return index;
        }),
      );
      const answers = Promise.allSettled(asked);
      const idle = queue.idle().then(() => log.push('idle'));
      await scheduler.waitFor(Promise.all([answers, idle]));
      expect(log).toEqual([...fates.flatMap((_, index) => [`begin ${index}`, `end ${index}`]), 'idle']);
      expect((await answers).map(({ status }) => status === 'fulfilled')).toEqual(fates);
    }),
    { numRuns: 50 },
  );
});
