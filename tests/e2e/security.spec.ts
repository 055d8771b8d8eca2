// What a page of ours may not do, whatever it is made to try.
import { expect, test } from '../support/app.ts';
import type { Page } from '@playwright/test';

test('no window has Node, and every window is sandboxed and isolated', async ({ bench }) => {
  const { electron } = await bench.open();
  await expect.poll(() => electron.windows().length).toBe(2);
  for (const page of electron.windows()) {
    const globals = await page.evaluate(() => [
      typeof globalThis['require' as never],
      typeof globalThis['process' as never],
      typeof globalThis['module' as never],
    ]);
    expect(globals).toEqual(['undefined', 'undefined', 'undefined']);
  }
  const preferences = await electron.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((one) => {
      const { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag } = (
        one as unknown as { getLastWebPreferences(): Record<string, unknown> }
      ).getLastWebPreferences();
      return { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag };
    }),
  );
  for (const one of preferences)
    expect(one).toEqual({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
    });
});

test('the page cannot leave, open windows, run inline code or reach the network', async ({ bench }) => {
  const { electron, window } = await bench.open();
  const here = window.url();
  await window.evaluate(() => {
    location.href = 'https://example.com/';
  });
  await window.evaluate(() => void globalThis.open('https://example.com/'));
  expect(
    await window.evaluate(() =>
      fetch('https://example.com/').then(
        () => 'sent',
        () => 'refused',
      ),
    ),
  ).toBe('refused');
  expect(
    await window.evaluate(() =>
      fetch('file:///etc/passwd').then(
        () => 'read',
        () => 'refused',
      ),
    ),
  ).toBe('refused');
  const socket = () =>
    new Promise<string>((resolve) => {
      try {
        const one = new WebSocket('wss://example.com/');
        one.onopen = () => resolve('open');
        one.onerror = () => resolve('refused');
      } catch {
        resolve('refused');
      }
    });
  expect(await window.evaluate(socket)).toBe('refused');
  const inline = () =>
    new Promise<string>((resolve) => {
      document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective), {
        once: true,
      });
      const script = document.createElement('script');
      script.textContent = 'window.hacked = true';
      document.body.append(script);
    });
  expect(await window.evaluate(inline)).toMatch(/^script-src/);
  expect(await window.evaluate(() => 'hacked' in globalThis)).toBe(false);
  expect(window.url()).toBe(here);
  expect(electron.windows()).toHaveLength(2);
});

test('the protocol serves our pages and the sound of known calls, and nothing else', async ({ bench }) => {
  const { window } = await bench.open();
  const ask = (path: string) =>
    window.evaluate(
      (one) =>
        fetch(one).then(
          (answer) => answer.status,
          () => 0,
        ),
      path,
    );
  expect(await ask('/app.html')).toBe(200);
  for (const path of [
    '/../main/index.js',
    '/%2e%2e/main/index.js',
    '/..%2f..%2fpackage.json',
    '/%00',
    '/media/',
    '/media/..%2f..%2flibrary.json',
    '/media/20260101T000000Z-aaaaaaaa',
    'onrecord://other/app.html',
  ])
    expect([path, [404, 0].includes(await ask(path))]).toEqual([path, true]);
});

test('every permission but the microphone is refused', async ({ bench }) => {
  const { window } = await bench.open();
  const outcomes = await window.evaluate(async () => ({
    camera: await navigator.mediaDevices.getUserMedia({ video: true }).then(
      () => 'granted',
      () => 'refused',
    ),
    notifications: await Notification.requestPermission(),
    location: await new Promise((resolve) =>
      navigator.geolocation.getCurrentPosition(
        () => resolve('granted'),
        () => resolve('refused'),
      ),
    ),
    clipboard: await navigator.clipboard.readText().then(
      () => 'granted',
      () => 'refused',
    ),
  }));
  expect(outcomes).toEqual({
    camera: 'refused',
    notifications: 'denied',
    location: 'refused',
    clipboard: 'refused',
  });
});

test('a request with the wrong arguments, or from the wrong window, is refused with words and does nothing', async ({
  bench,
}) => {
  const { window } = await bench.open();
  const ask = (page: Page, name: string, ...args: unknown[]) =>
    page.evaluate(
      ([one, rest]) =>
        (
          globalThis as unknown as { onRecord: { ask(name: string, ...args: unknown[]): Promise<unknown> } }
        ).onRecord.ask(one as string, ...(rest as unknown[])),
      [name, args] as const,
    );
  for (const [name, ...args] of [
    ['calls:read', '../../etc/passwd'],
    ['calls:read'],
    ['calls:edit', '20260101T000000Z-aaaaaaaa', { id: 'other' }],
    ['calls:search', { text: 1 }, null, 10],
    ['recording:start', { company: 'x', mode: 'everything' }],
    ['settings:change', { reachBackMs: { promise: Number.NaN } }],
  ] as const)
    expect(await ask(window, name, ...args)).toMatchObject({ ok: false, code: 'bad-request' });
  expect(await ask(window, 'capture:ready')).toMatchObject({ ok: false, code: 'refused' });
  await expect(ask(window, 'not:there')).rejects.toThrow('Not in the contract');
});
