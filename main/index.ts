// The app, from start to end. Reads as a table of contents.
import { app } from 'electron';
import { startApp } from './app/start.ts';
import { ownArguments, parseCommand } from './app/command/parse-command.ts';
import { answerWithoutWindow } from './app/command/without-window.ts';
import { chooseFolders } from './app/folders.ts';
import { openLog } from './app/log.ts';
import { registerScheme } from './app/protocol.ts';
import { awaitAnswer, handOver, sayAnswer } from './app/record-command.ts';
import { lockDown } from './app/security.ts';
import { loadStrings } from './app/strings.ts';

const folders = chooseFolders();
const args = ownArguments(process.argv, app.getAppPath());
const command = parseCommand(args);
// Without a display Electron ends as soon as it gets to draw, so this happens before, and at once.
if (command.name !== 'open' && command.name !== 'record') process.exit(answerWithoutWindow(args, folders));

registerScheme();
// Root cannot use Chromium's sandbox and says so with this switch; a user never needs it. Every window asks for it anyway.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
// Without pactl the other side comes from Chromium's own loopback, which Linux has behind this name.
if (process.platform === 'linux')
  app.commandLine.appendSwitch('enable-features', 'PulseaudioLoopbackForScreenShare');

const log = openLog();
process.on('uncaughtException', (cause) => log('Uncaught', cause));
process.on('unhandledRejection', (cause) => log('Unhandled', cause));
lockDown(log);

const handed = command.name === 'record' ? handOver(command) : null;
if (app.requestSingleInstanceLock({ ...handed })) {
  void app.whenReady().then(() => startApp(folders, command, log));
} else if (handed === null) {
  app.quit(); // the one that runs comes to the front
} else {
  void awaitAnswer(folders.profile, handed.record.answerId, 20_000).then((answer) =>
    app.exit(sayAnswer(answer, loadStrings())),
  );
}
