// The command line without a window, as plain Node: started by index.ts, which knows where the folders are.
import { systemClock } from './clock.ts';
import { parseCommand } from './app/command/parse-command.ts';
import { runWindowless } from './app/command/run-windowless.ts';
import { loadStrings } from './app/strings.ts';

const { ONRECORD_LIBRARY: library = '', ONRECORD_PROFILE: profile = '' } = process.env;
const command = parseCommand(process.argv.slice(2));
if (command.name === 'open' || command.name === 'record') throw new Error(`${command.name} needs a window`);
void runWindowless(command, {
  folders: { library, profile },
  workingFolder: process.cwd(),
  nowMs: systemClock.now(),
  t: loadStrings(),
}).then(({ code, answer, remarks }) => {
  if (remarks !== '') process.stderr.write(`${remarks}\n`);
  if (answer !== '') process.stdout.write(`${answer}\n`);
  process.exitCode = code;
});
