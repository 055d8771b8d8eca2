// The one inline style of the window is wavesurfer's: the policy lets it in by its hash, and lets in no other.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { sideHeightPx } from '../../../../renderer/app/call/wave/overview-style.ts';

const root = resolve(import.meta.dirname, '../../../..');

/** As the window writes it: from the same file that the bundler takes. */
async function wavesurferStyle(): Promise<string> {
  const code = await readFile(resolve(root, 'node_modules/wavesurfer.js/dist/wavesurfer.esm.js'), 'utf8');
  const [, style] =
    /<style[^>]*>([^<]*min-height: \$\{[^<]*)<\/style>/.exec(
      code.replace(/<style\$\{[^}]*\}>/g, '<style>'),
    ) ?? [];
  if (style === undefined) throw new Error('wavesurfer no longer writes its style as it did');
  return style.replaceAll('\\n', '\n').replace(/\$\{[^}]*\}/, String(sideHeightPx));
}

test('a hash in the policy is that of the overview’s style', async () => {
  const hash = `'sha256-${createHash('sha256')
    .update(await wavesurferStyle())
    .digest('base64')}'`;
  expect(hash).toBe("'sha256-C4sPZ8arzaHmwrvOUp/+rQOoA0uA6QyAmNy3pwBotfk='");
  const policy = await readFile(resolve(root, 'main/app/protocol.ts'), 'utf8');
  for (const named of policy.match(/'sha256-[^']+'/g) ?? []) expect(named).toBe(hash);
});
