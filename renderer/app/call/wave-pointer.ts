// What a pointer does on the waveform: seeks, zooms around itself, scrolls, and drags the ends of marks. Outside React.
import type { Mark } from '../../../contract/call.ts';
import type { Listening } from './listening.ts';
import { dragged, type Grip, type Part } from './wave/grips.ts';
import type { WavePicture } from './wave/wave-picture.ts';

/** Less than this is a click with an unsteady hand. */
const slackPx = 3;
/** A pinch tells far smaller steps than a wheel. */
const wheelZoom = 0.0022;
const pinchZoom = 0.012;

type Gesture =
  | { doing: 'seek' }
  | { doing: 'press'; grip: Grip; fromX: number }
  | { doing: 'drag'; mark: Mark; part: Part; fromX: number; now: Mark };

const cursors: Record<Part, string> = {
  from: 'ew-resize',
  to: 'ew-resize',
  edge: 'ew-resize',
  whole: 'grab',
};

export class WavePointer {
  readonly #canvas: HTMLCanvasElement;
  readonly #picture: WavePicture;
  readonly #listening: Listening;
  readonly #off = new AbortController();
  #gesture: Gesture | null = null;

  constructor(canvas: HTMLCanvasElement, picture: WavePicture, listening: Listening) {
    this.#canvas = canvas;
    this.#picture = picture;
    this.#listening = listening;
    const { signal } = this.#off;
    canvas.addEventListener('pointerdown', this.#onDown, { signal });
    canvas.addEventListener('pointermove', this.#onMove, { signal });
    canvas.addEventListener('pointerup', this.#onUp, { signal });
    canvas.addEventListener('pointercancel', this.#giveUp, { signal });
    canvas.addEventListener('wheel', this.#onWheel, { signal, passive: false });
    // Before the screen's own Escape: while something is dragged it means "leave it as it was".
    window.addEventListener('keydown', this.#onKey, { signal, capture: true });
  }

  close(): void {
    this.#giveUp();
    this.#off.abort();
  }

  readonly #onDown = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    this.#canvas.setPointerCapture(event.pointerId);
    const grip = this.#picture.gripAt(event.clientX, event.clientY);
    this.#gesture = grip ? { doing: 'press', grip, fromX: event.clientX } : { doing: 'seek' };
    if (!grip) this.#seek(event);
  };

  readonly #onMove = (event: PointerEvent): void => {
    const gesture = this.#gesture;
    if (!gesture) return this.#showCursor(event);
    if (gesture.doing === 'seek') return this.#seek(event);
    const byX = event.clientX - gesture.fromX;
    if (gesture.doing === 'press') {
      if (Math.abs(byX) < slackPx) return;
      this.#listening.choose(gesture.grip.markId);
      const mark = this.#listening.chosenMark();
      if (!mark) return this.#giveUp();
      const { part } = gesture.grip;
      this.#gesture = { doing: 'drag', mark, part, fromX: gesture.fromX, now: mark };
    }
    this.#drag(byX);
  };

  readonly #onUp = (event: PointerEvent): void => {
    const gesture = this.#gesture;
    this.#gesture = null;
    if (gesture?.doing === 'drag') {
      this.#listening.changeMark(gesture.now);
      this.#picture.preview(null);
    }
    // A press on a name goes to where the mark begins; a press on an edge is a press like any other.
    if (gesture?.doing !== 'press') return;
    if (gesture.grip.part !== 'whole') return this.#seek(event);
    this.#listening.choose(gesture.grip.markId);
    const mark = this.#listening.chosenMark();
    if (mark) this.#listening.player.seek(mark.fromMs);
  };

  readonly #giveUp = (): void => {
    this.#gesture = null;
    this.#picture.preview(null);
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || this.#gesture?.doing !== 'drag') return;
    event.preventDefault();
    event.stopPropagation();
    this.#giveUp();
  };

  readonly #onWheel = (event: WheelEvent): void => {
    const { wave } = this.#listening;
    const sideways = event.shiftKey ? event.deltaX || event.deltaY : event.deltaX;
    const scrolls = event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY);
    const { spanMs } = wave.view();
    // Nothing left to zoom out or to scroll: the page may have it.
    if (spanMs >= wave.durationMs && (scrolls || event.deltaY > 0)) return;
    event.preventDefault();
    if (scrolls) wave.scroll(sideways * this.#picture.msPerPx);
    else {
      const factor = Math.exp(event.deltaY * (event.ctrlKey ? pinchZoom : wheelZoom));
      wave.zoom(factor, this.#picture.msAt(event.clientX));
    }
  };

  #drag(byX: number): void {
    const gesture = this.#gesture;
    if (gesture?.doing !== 'drag') return;
    const byMs = byX * this.#picture.msPerPx;
    gesture.now = dragged(gesture.mark, gesture.part, byMs, this.#listening.player.durationMs);
    this.#picture.preview(gesture.now);
  }

  #seek({ clientX }: PointerEvent): void {
    this.#listening.player.seek(this.#picture.msAt(clientX));
  }

  #showCursor({ clientX, clientY }: PointerEvent): void {
    const grip = this.#picture.gripAt(clientX, clientY);
    this.#canvas.style.cursor = grip ? cursors[grip.part] : 'text';
  }
}
