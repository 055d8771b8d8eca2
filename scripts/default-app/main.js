// Opens the app folder named on the command line, as the default app of a downloaded Electron does.
const { app } = require('electron');
const { readFileSync } = require('node:fs');
const Module = require('node:module');
const path = require('node:path');

// Playwright's `_electron.launch` puts `-r <its loader>` and switches such as --inspect=0 before the folder.
function readCommandLine(args) {
  const preload = [];
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at];
    if (arg === '-r' || arg === '--require') preload.push(args[(at += 1)]);
    else if (!arg.startsWith('-')) return { preload, folder: path.resolve(arg) };
  }
  return { preload, folder: null };
}

function open(folder) {
  const about = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const name = about.productName ?? about.name;
  if (name) {
    app.setName(name);
    app.setDesktopName(`${about.desktopName ?? `${about.name ?? name}.desktop`}`);
  }
  if (about.version) app.setVersion(about.version);
  app.setAppPath(folder);
  // Code that asks "am I run from source?" reads this, as with a downloaded Electron.
  process.defaultApp = true;
  Module._load(Module._resolveFilename(folder, null, true), Module, true);
}

const { preload, folder } = readCommandLine(process.argv.slice(1));
for (const file of preload) Module._load(file, Module, true);
if (folder === null) {
  console.error('Name the folder of the app to open: electron <folder>');
  process.exit(1);
}
try {
  open(folder);
} catch (error) {
  // Without this, Electron would show the error in a window that nobody may be there to close.
  console.error(error);
  process.exit(1);
}
