// No wording of ours says that a recording is legal, admissible or guaranteed. "Not legal advice" is the one allowed use.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ConsentLaws } from '../../contract/consent-rules.ts';

const allowed = /\bnot\s+legal\s+advice\b/gi;
const claim =
  /\b(il)?legal(ly|ity)?\b|\bunlawful(ly)?\b|\blawful(ly)?\b|admissib|guarante|court[- ]proof|legitimate recording/i;

/** What is left of a text when the one allowed use is taken out, if it still makes a claim: the words around it. */
function claimsIn(text: string): string[] {
  const rest = text.replaceAll(allowed, '');
  return [...rest.matchAll(new RegExp(claim, 'gi'))].map(({ index }) =>
    rest.slice(Math.max(0, index - 40), index + 40),
  );
}

const filesIn = (folder: string, ends: RegExp): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && ends.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));

/** The one line of a document that states this rule names what it forbids. */
const statesTheRule = /No wording says that a recording is lawful/;

describe('claims about the law', () => {
  const documents = filesIn('.', /\.md$/).filter((path) => !/node_modules|dist|test-results/.test(path));

  it('are looked for in every document there is', () => {
    for (const name of ['README.md', 'CHANGELOG.md', 'DECISIONS.md', 'CONTRIBUTING.md'])
      expect(documents).toContain(name);
  });

  it('are found where they are', () => {
    expect(claimsIn('This is not legal advice.')).toEqual([]);
    expect(claimsIn('Your recording is legal.')).toHaveLength(1);
    expect(claimsIn('Admissible in court, guaranteed!')).toHaveLength(2);
  });

  it.each(documents)('are not made in %s', (path) => {
    const lines = readFileSync(path, 'utf8').split('\n');
    expect(claimsIn(lines.filter((line) => !statesTheRule.test(line)).join('\n'))).toEqual([]);
  });

  it.each(filesIn('assets/locales', /\.json$/))('are not made in %s', (path) => {
    expect(claimsIn(readFileSync(path, 'utf8'))).toEqual([]);
  });

  // Strings that are written into the program all the same would be a fault of their own; this sees them too.
  it.each(
    [
      ...filesIn('renderer', /\.(tsx?|html|css)$/),
      ...filesIn('main', /\.ts$/),
      ...filesIn('contract', /\.ts$/),
    ].filter((path) => claim.test(readFileSync(path, 'utf8'))),
  )('are not made in %s', (path) => {
    const withoutComments = readFileSync(path, 'utf8').replaceAll(/^\s*(\/\/|\*|\/\*\*).*$/gm, '');
    expect(claimsIn(withoutComments)).toEqual([]);
  });

  it('are not made for a place: notes say what a rule asks for, statutes and sources keep their own names', () => {
    const laws = JSON.parse(readFileSync('assets/consent-laws.json', 'utf8')) as ConsentLaws;
    expect(claimsIn(laws.disclaimer)).toEqual([]);
    // Statutes speak of "lawful interests" and of "unlawful" use; no note calls a recording so.
    const named =
      /protect(ing)? (your )?lawful interests|Unlawful eavesdropping means|share the recording can be unlawful/g;
    for (const { name, phoneNote } of laws.jurisdictions)
      expect(claimsIn(`${name} ${phoneNote}`.replaceAll(named, ''))).toEqual([]);
  });
});
