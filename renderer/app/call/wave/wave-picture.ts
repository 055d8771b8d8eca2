// Keeps the waveform's canvas true: draws a frame when something changed, and none when nothing did. Lives outside React.
import type { Mark } from '../../../../contract/call.ts';
import { gripAt, type Grip } from './grips.ts';
import { readInks, type Inks } from './inks.ts';
import { fullScale, type Levels } from './levels.ts';
import { showsSamples } from './columns.ts';
import { drawWave, rulerHeightPx, waveHeightPx } from './draw-wave.ts';
import { SoundPieces } from './sound-pieces.ts';
import { msOf, pxOf } from './view.ts';
import { placed, type Band, type PlacedBand } from './wave-bands.ts';
import type { WaveView } from './wave-view.ts';
import type { Player } from '../player.ts';

export class WavePicture {
  readonly #canvas: HTMLCanvasElement;
  readonly #context: CanvasRenderingContext2D;
  readonly #player: Player;
  readonly #view: WaveView;
  readonly #pieces: SoundPieces;
  readonly #ends: (() => void)[];
  #inks: Inks;
  #widthPx = 0;
  #levels: Levels | null = null;
  #fullScale = 255;
  #bands: readonly Band[] = [];
  #placed: readonly PlacedBand[] = [];
  #preview: Pick<Mark, 'id' | 'fromMs' | 'toMs'> | null = null;
  #chosen: string | null = null;
  #frame = 0;
  #cursorPx = -1;

  constructor(canvas: HTMLCanvasElement, player: Player, view: WaveView, source: string) {
    this.#canvas = canvas;
    this.#inks = readInks(canvas);
    this.#context = canvas.getContext('2d')!;
    this.#player = player;
    this.#view = view;
    this.#pieces = new SoundPieces(source, () => this.#ask());
    const sized = new ResizeObserver(() => this.#resize());
    sized.observe(canvas);
    const dark = window.matchMedia('(prefers-color-scheme: dark)');
    const recolour = () => {
      this.#inks = readInks(canvas);
      this.#ask();
    };
    dark.addEventListener('change', recolour);
    this.#ends = [
      view.onMove(() => this.#ask()),
      player.subscribe(() => this.#ask()),
      () => sized.disconnect(),
      () => dark.removeEventListener('change', recolour),
      () => cancelAnimationFrame(this.#frame),
      () => this.#pieces.close(),
    ];
  }

  showLevels(levels: Levels): void {
    this.#levels = levels;
    this.#fullScale = fullScale(levels);
    this.#ask();
  }

  showBands(bands: readonly Band[]): void {
    this.#bands = bands;
    this.#ask();
  }

  /** A mark as it would be if it were let go of now; null to show what is saved. */
  preview(mark: Pick<Mark, 'id' | 'fromMs' | 'toMs'> | null): void {
    this.#preview = mark;
    this.#ask();
  }

  choose(markId: string | null): void {
    if (this.#chosen === markId) return;
    this.#chosen = markId;
    this.#ask();
  }

  /** The time under the pointer. */
  msAt(clientX: number): number {
    const { left } = this.#canvas.getBoundingClientRect();
    return msOf(this.#view.view(), clientX - left, this.#widthPx);
  }

  gripAt(clientX: number, clientY: number): Grip | null {
    const { left, top } = this.#canvas.getBoundingClientRect();
    return gripAt(this.#placed, clientX - left, clientY - top, this.#chosen);
  }

  get msPerPx(): number {
    return this.#view.view().spanMs / Math.max(1, this.#widthPx);
  }

  destroy(): void {
    this.#ends.forEach((end) => end());
  }

  #resize(): void {
    const ratio = window.devicePixelRatio;
    this.#widthPx = this.#canvas.clientWidth;
    this.#canvas.width = Math.round(this.#widthPx * ratio);
    this.#canvas.height = Math.round((waveHeightPx + rulerHeightPx) * ratio);
    this.#context.setTransform(ratio, 0, 0, ratio, 0, 0);
    // A canvas that got another size is empty: draw before it is seen.
    this.#draw();
  }

  #ask(): void {
    this.#cursorPx = -1;
    if (this.#frame === 0) this.#frame = requestAnimationFrame(this.#onFrame);
  }

  /** While it plays, each frame looks where the cursor is; only when it stands a pixel further is anything drawn. */
  readonly #onFrame = (): void => {
    this.#frame = 0;
    const cursorPx = Math.round(pxOf(this.#view.view(), this.#player.nowMs(), this.#widthPx));
    if (cursorPx !== this.#cursorPx) this.#draw();
    if (this.#player.state().playing && this.#frame === 0) this.#frame = requestAnimationFrame(this.#onFrame);
  };

  #draw(): void {
    const view = this.#view.view();
    const widthPx = this.#widthPx;
    if (widthPx === 0 || view.spanMs <= 0) return;
    if (showsSamples(view, widthPx)) this.#pieces.want(view.fromMs, view.fromMs + view.spanMs);
    const atMs = this.#player.nowMs();
    const { id, fromMs, toMs } = this.#preview ?? {};
    const bands = this.#bands.map((band) =>
      band.id === id && fromMs !== undefined && toMs !== undefined ? { ...band, fromMs, toMs } : band,
    );
    this.#placed = placed(id === undefined ? this.#bands : bands, view, widthPx);
    this.#cursorPx = Math.round(pxOf(view, atMs, widthPx));
    drawWave(this.#context, {
      view,
      widthPx,
      levels: this.#levels,
      fullScale: this.#fullScale,
      bands: this.#placed,
      chosen: this.#chosen,
      heard: this.#player.state().heard,
      atMs,
      inks: this.#inks,
      pieceAt: (index) => this.#pieces.piece(index),
    });
  }
}
