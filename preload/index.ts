// Opens exactly one door to the window, window.onRecord, and only to the contract's names.
import { contextBridge, ipcRenderer } from 'electron';
import { events, preloadRequests, requests, type OnRecord } from '../contract/ipc.ts';
import { hearDrops } from './dropped-files.ts';

const door: OnRecord = {
  ask: (name, ...args) => {
    if (!Object.hasOwn(requests, name) || preloadRequests.includes(name))
      throw new Error(`Not in the contract: ${name}`);
    return ipcRenderer.invoke(name, ...args);
  },
  listen: (name, hear) => {
    if (!Object.hasOwn(events, name)) throw new Error(`Not in the contract: ${name}`);
    const onEvent = (_event: unknown, body: Parameters<typeof hear>[0]) => hear(body);
    ipcRenderer.on(name, onEvent);
    return () => ipcRenderer.off(name, onEvent);
  },
};

contextBridge.exposeInMainWorld('onRecord', door);

hearDrops();
