// Tells a command of the contract from nonsense, so that nonsense stops nothing.
import { sides } from '../../contract/call.ts';
import type { CaptureCommand } from '../../contract/capture.ts';

/** Which commands there are, and whether they name a side. Forgetting one does not compile. */
const namesSide: Record<CaptureCommand['type'], boolean> = {
  open: true,
  close: true,
  trust: true,
  distrust: true,
  remember: false,
  begin: false,
  pause: false,
  resume: false,
  end: false,
  measure: false,
};

/** Looks at what could break this page; main has made the command by the contract's types. */
export function isCommand(value: unknown): value is CaptureCommand {
  if (typeof value !== 'object' || value === null || !('type' in value)) return false;
  const { type } = value;
  if (typeof type !== 'string' || !Object.hasOwn(namesSide, type)) return false;
  return (
    !namesSide[type as CaptureCommand['type']] ||
    ('side' in value && sides.some((side) => side === value.side))
  );
}
