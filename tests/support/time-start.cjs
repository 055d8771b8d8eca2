// Required by the app when it starts (`electron -r`): says when its first screen can be used, and how long requests then wait.
const { app } = require('electron');

/** In the page. The first frame in which a call can be recorded, epoch ms; then every wait of a search for some seconds. */
async function whenUsable(listenMs) {
  const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const button = () =>
    [...document.querySelectorAll('button')].find((one) => /Record a call/.test(one.textContent));
  while (!button() || button().disabled) await frame();
  await frame();
  const usableAtMs = Date.now();
  const waitedMs = [];
  for (const endMs = performance.now() + listenMs; performance.now() < endMs;) {
    const askedAtMs = performance.now();
    await window.onRecord.ask('recording:view');
    waitedMs.push(performance.now() - askedAtMs);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return { usableAtMs, longestWaitMs: Math.max(...waitedMs) };
}

app.on('web-contents-created', (_event, contents) =>
  contents.on('dom-ready', async () => {
    if (!contents.getURL().endsWith('/app.html')) return;
    const times = await contents.executeJavaScript(`(${String(whenUsable)})(${process.env.LISTEN_MS})`);
    process.stdout.write(`${JSON.stringify(times)}\n`, () => app.quit());
  }),
);
