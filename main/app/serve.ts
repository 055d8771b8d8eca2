// Serves the contract: the one file that touches ipcMain. Each request comes from whom it should, with what it should.
import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import type { z } from 'zod';
import { Failure, settle } from '../../contract/failure.ts';
import {
  controlRequests,
  requests,
  type EventName,
  type Events,
  type RequestName,
  type Requests,
} from '../../contract/ipc.ts';
import { isOurs } from './security.ts';

type Args<Name extends RequestName> = Requests[Name]['args'];
type Answer<Name extends RequestName> = Requests[Name]['answer'];

/** For every request the schema of its arguments and what answers it: leaving one out does not compile. */
export type Handlers = {
  [Name in RequestName]: {
    args: z.ZodType<Args<Name>>;
    answer: (...args: [...Args<Name>]) => Answer<Name> | Promise<Answer<Name>>;
  };
};

/** The handlers of all requests that begin with a noun: `promises:list` and the like. */
export type HandlersOf<Noun extends string> = {
  [Name in RequestName as Name extends `${Noun}:${string}` ? Name : never]: Handlers[Name];
};

export interface Doors {
  /** The visible window, if it is open. */
  app(): WebContents | null;
  /** The small control, if it is open. */
  control(): WebContents | null;
  /** The window that hears, if it is there. */
  capture(): WebContents | null;
  /** The window that decodes files, while there is one. */
  importer(): WebContents | null;
}

export function serve(
  handlers: Handlers,
  doors: Doors,
  log: (message: string, cause?: unknown) => void,
): void {
  for (const name of Object.keys(requests) as RequestName[]) {
    ipcMain.handle(name, (event, ...args: unknown[]) =>
      settle(async () => {
        try {
          checkSender(name, event, doors);
          return await answerOf(handlers, name, args);
        } catch (cause) {
          log(`${name} failed`, cause);
          throw cause;
        }
      }),
    );
  }
}

function checkSender(name: RequestName, event: IpcMainInvokeEvent, doors: Doors): void {
  const { senderFrame } = event;
  const trusted = senderFrame !== null && senderFrame === event.sender.mainFrame && isOurs(senderFrame.url);
  if (!trusted || !mayAsk(name, event.sender, doors))
    throw new Failure('refused', `Refused ${name} from a stranger`);
}

function mayAsk(name: RequestName, sender: WebContents, doors: Doors): boolean {
  if (name.startsWith('capture:')) return sender === doors.capture();
  if (name.startsWith('importer:')) return sender === doors.importer();
  return sender === doors.app() || (sender === doors.control() && controlRequests.includes(name));
}

async function answerOf<Name extends RequestName>(handlers: Handlers, name: Name, args: unknown[]) {
  const parsed = handlers[name].args.safeParse(args);
  if (!parsed.success)
    throw new Failure('bad-request', `${name}: ${parsed.error.issues[0]?.message ?? 'bad arguments'}`);
  const answer = handlers[name].answer as (...args: Args<Name>) => Answer<Name> | Promise<Answer<Name>>;
  return answer(...parsed.data);
}

/** Tells a window something; a window that is gone hears nothing. */
export function tell<Name extends EventName>(
  to: WebContents | null,
  name: Name,
  body: Events[Name]['body'],
): void {
  if (to && !to.isDestroyed()) to.send(name, body);
}
