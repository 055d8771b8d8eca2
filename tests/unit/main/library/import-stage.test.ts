import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { keepCopy, makeStage, moveIntoPlace, removeStages } from '../../../../main/library/import-stage.ts';
import { callFolder } from '../../../../main/library/layout.ts';
import { listCalls } from '../../../../main/library/list-calls.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const open = async () => undefined;
const id = '20260412T101530Z-k7f3q2x9';

describe('the place where an import is made', () => {
  it('keeps a copy that is the same byte for byte, with its date and its hash', async () => {
    const folder = await temporaryFolder();
    const data = Buffer.alloc(3_000_000, 'some sound');
    await writeFile(join(folder, 'a'), data);
    await utimes(join(folder, 'a'), new Date(5_000), new Date(7_000));
    const kept = await keepCopy(join(folder, 'a'), join(folder, 'b'), open);
    expect(kept).toEqual({ bytes: data.length, sha256: createHash('sha256').update(data).digest('hex') });
    expect(await readFile(join(folder, 'b'))).toEqual(data);
    expect((await stat(join(folder, 'b'))).mtimeMs).toBe(7_000);
  });

  it('stops between two stretches when it is told to', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'a'), Buffer.alloc(3 << 20));
    let asked = 0;
    const pause = async () => {
      asked += 1;
      if (asked === 3) throw new Error('enough');
    };
    await expect(keepCopy(join(folder, 'a'), join(folder, 'b'), pause)).rejects.toThrow('enough');
  });

  it('is no call until it is moved into place as a whole', async () => {
    const library = await temporaryFolder();
    const stage = await makeStage(library, 'a-job');
    await writeFile(join(stage, 'call.json'), '{}');
    expect(listCalls(library)).toEqual([]);
    await moveIntoPlace(library, stage, id);
    expect(listCalls(library).map((call) => call.id)).toEqual([id]);
    expect(await readdir(callFolder(library, id))).toEqual(['call.json']);
  });

  it('is cleared away at the next start, and another machine’s is not', async () => {
    const library = await temporaryFolder();
    await writeFile(join(await makeStage(library, 'a-job'), 'audio.ogg'), 'half of it');
    await mkdir(join(library, '.import', 'another-machine'));
    await removeStages(library);
    expect(await readdir(join(library, '.import'))).toEqual(['another-machine']);
    await removeStages(await temporaryFolder());
  });
});
