// The thread that reads the folders, as its source: the Node of the tests runs TypeScript as it is.
import { resolve } from 'node:path';

export const readerProgram = resolve('main/app/reader/reader-worker.ts');
