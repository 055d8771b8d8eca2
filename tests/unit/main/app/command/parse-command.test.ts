// What the command line understands, and what it refuses.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isName, ownArguments, parseCommand } from '../../../../../main/app/command/parse-command.ts';

describe('ownArguments', () => {
  it.each([
    ['installed', ['/opt/on-record', 'search', 'a b', '--json'], ['search', 'a b', '--json']],
    ['installed, with a switch for Chromium', ['/opt/on-record', '--no-sandbox', 'reindex'], ['reindex']],
    ['from source', ['/e/electron', '/src', '--no-sandbox', 'verify', 'x'], ['verify', 'x']],
    ['under a debugger', ['/e/electron', '-r', '/l.js', '--inspect=0', '/src', 'record'], ['record']],
    ['opened by its icon', ['/opt/on-record'], []],
    ['opened by macOS', ['/opt/on-record', '-psn_0_12345'], []],
    ['asked for help', ['/opt/on-record', '--help'], ['--help']],
  ])('finds what the user wrote: %s', (_how, argv, own) => {
    expect(ownArguments(argv, '/src')).toEqual(own);
  });
});

describe('parseCommand', () => {
  it.each([
    [[], { name: 'open' }],
    [['record'], { name: 'record', company: '', mode: null }],
    [['record', '--company', ' Northwind '], { name: 'record', company: 'Northwind', mode: null }],
    [
      ['record', '--mode=tell-first', '--company=--odd'],
      { name: 'record', company: '--odd', mode: 'tell-first' },
    ],
    [['search', 'refund'], { name: 'search', query: 'refund', json: false, limit: 200 }],
    [['search', '--json', 'a', 'b'], { name: 'search', query: 'a b', json: true, limit: 200 }],
    [['search', 'a', '--limit', '3'], { name: 'search', query: 'a', json: false, limit: 3 }],
    [['search', '--', '--json'], { name: 'search', query: '--json', json: false, limit: 200 }],
    [['search', ''], { name: 'search', query: '', json: false, limit: 200 }],
    [['verify', 'a folder'], { name: 'verify', path: 'a folder' }],
    [['reindex'], { name: 'reindex' }],
    [['help'], { name: 'help' }],
  ])('%j', (args, command) => {
    expect(parseCommand(args)).toEqual(command);
  });

  it.each([
    [['sing'], 'unknownCommand', 'sing'],
    [['search'], 'missingQuery', 'search'],
    [['search', 'a', '--limit'], 'missingValue', '--limit'],
    [['search', 'a', '--limit', '--json'], 'missingValue', '--limit'],
    [['search', 'a', '--limit', '0'], 'badLimit', '0'],
    [['search', 'a', '--limit', '1e3'], 'badLimit', '1e3'],
    [['search', 'a', '--xml'], 'unknownOption', '--xml'],
    [['search', 'a', '--json=no'], 'unknownOption', '--json=no'],
    [['verify'], 'missingPath', 'verify'],
    [['verify', 'a', 'b'], 'tooMuch', 'b'],
    [['reindex', 'all'], 'tooMuch', 'all'],
    [['record', 'Northwind'], 'tooMuch', 'Northwind'],
    [['record', '--company'], 'missingValue', '--company'],
    [['record', '--company', ''], 'badCompany', ''],
    [['record', '--company', 'two\nlines'], 'badCompany', 'two\nlines'],
    [['record', '--mode', 'all'], 'badMode', 'all'],
  ])('refuses %j', (args, problem, word) => {
    expect(parseCommand(args)).toEqual({ name: 'wrong', problem, word });
  });

  it('never throws, and a company it takes is always one that could have been typed', () => {
    const words = fc.constantFrom('record', 'search', '--company', '--mode', '--json', '--', '=', '');
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string({ unit: 'binary' }))), (args) => {
        const command = parseCommand(['record', ...args]);
        const company = command.name === 'record' ? command.company : '';
        expect(company === '' || isName(company)).toBe(true);
      }),
    );
  });
});
