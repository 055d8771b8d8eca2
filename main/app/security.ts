// What no page of ours may do, whatever it is made to try: leave, open windows, reach the network, ask for more than sound.
import { app, session, type Session, type WebContents } from 'electron';
import { origin } from './protocol.ts';

type Log = (message: string, cause?: unknown) => void;

export function isOurs(url: string): boolean {
  try {
    const { protocol, host } = new URL(url);
    return `${protocol}//${host}` === origin;
  } catch {
    return false;
  }
}

export function lockDown(log: Log): void {
  app.on('web-contents-created', (_event, contents) => lockContents(contents, log));
}

/** To be called once the app is ready and before any window is made. */
export function lockSession(log: Log, current: Session = session.defaultSession): void {
  current.setPermissionRequestHandler((contents, permission, answer, details) => {
    const soundOnly =
      permission === 'media' && 'mediaTypes' in details && details.mediaTypes?.join() === 'audio';
    const allowed = isOurs(contents.getURL()) && (soundOnly || permission === 'display-capture');
    if (!allowed) log(`Refused the permission ${permission}`);
    answer(allowed);
  });
  current.setPermissionCheckHandler((_contents, permission, requester, details) => {
    const soundOnly = permission === 'media' && details.mediaType !== 'video';
    return soundOnly && isOurs(requester.endsWith('/') ? requester : `${requester}/`);
  });
  // The requesting frame is the throw-away picture: a screen would ask for the permission to record the screen.
  current.setDisplayMediaRequestHandler((request, answer) => {
    try {
      if (!request.frame || !isOurs(request.frame.url)) return answer({});
      answer({ video: request.frame, audio: 'loopback' });
    } catch (cause) {
      log('Loopback was refused', cause);
    }
  });
  current.webRequest.onBeforeRequest((details, answer) => {
    const local = isOurs(details.url) || /^(data|blob|devtools):/.test(details.url);
    if (!local) log(`Refused a request to ${new URL(details.url).protocol}`);
    answer({ cancel: !local });
  });
}

function lockContents(contents: WebContents, log: Log): void {
  contents.on('will-navigate', (event) => {
    event.preventDefault();
    log('Refused to navigate');
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
