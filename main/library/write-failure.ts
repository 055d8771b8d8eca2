// Says in the app's own words why something could not be written to the library.
import { Failure } from '../../contract/failure.ts';

const noRoom = ['ENOSPC', 'EDQUOT', 'EFBIG'];

/** `disk-full` when there is no room, otherwise `library-unwritable`. The cause is kept. */
export function writeFailure(cause: unknown, path: string): Failure {
  if (cause instanceof Failure) return cause;
  const code = (cause as NodeJS.ErrnoException).code ?? String(cause);
  if (noRoom.includes(code)) return new Failure('disk-full', `No room left to write ${path}`, { cause });
  return new Failure('library-unwritable', `Could not write ${path}: ${code}`, { cause });
}
