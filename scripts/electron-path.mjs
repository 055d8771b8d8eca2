// npm run --silent electron-path: the path of the Electron this machine uses, alone on standard output.
import { command } from './set-up/say.mjs';
import { setUp } from './set-up/set-up.mjs';

await command(async (args) => {
  const retryElectron = args.includes('--retry-electron');
  const { executable } = await setUp({ purpose: 'app', retryElectron });
  process.stdout.write(`${executable}\n`);
});
