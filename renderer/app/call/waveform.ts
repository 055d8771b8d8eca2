// The drawn sound of a call: two sides from stored peaks, marks as regions, what is missing hatched. Lives outside React.
import WaveSurfer from 'wavesurfer.js';
import HoverPlugin from 'wavesurfer.js/plugins/hover';
import RegionsPlugin from 'wavesurfer.js/plugins/regions';
import type { PeaksView } from '../../../contract/library.ts';
import { shortClock } from '../ui/format.ts';
import type { Player } from './player.ts';
import { sideHeightPx } from './wave-style.ts';
import { heightsOf, samePeaks } from './wave-heights.ts';
import type { Band } from './wave-bands.ts';

/** Part of each side's half that the loudest sound may fill: the rest is for the names of marks. */
const fill = 0.84;

export class Waveform {
  readonly #player: Player;
  readonly #container: HTMLElement;
  readonly #regions = RegionsPlugin.create();
  readonly #ends: (() => void)[];
  #surfer: WaveSurfer | null = null;
  #peaks: PeaksView | null = null;
  #bands: readonly Band[] = [];
  #ready = false;

  constructor(container: HTMLElement, player: Player) {
    this.#container = container;
    this.#player = player;
    this.#ends = [player.subscribe(() => this.#showPlace()), this.#followTheme()];
  }

  /** Draws at once, from the peaks alone: nothing of the sound is fetched for it, whatever its length. */
  showPeaks(peaks: PeaksView): void {
    if (this.#peaks && samePeaks(peaks, this.#peaks)) return;
    this.#peaks = peaks;
    const heights = heightsOf(peaks, fill);
    if (this.#surfer) this.#surfer.load('', heights, this.#player.durationMs / 1000).catch(() => undefined);
    else this.#surfer = this.#make(heights);
  }

  showBands(bands: readonly Band[]): void {
    this.#bands = bands;
    if (this.#ready) this.#drawBands();
  }

  destroy(): void {
    this.#ends.forEach((end) => end());
    this.#surfer?.destroy();
  }

  #make(heights: Float32Array[]): WaveSurfer {
    const surfer = WaveSurfer.create({
      container: this.#container,
      media: this.#player.audio,
      peaks: heights,
      duration: this.#player.durationMs / 1000,
      height: sideHeightPx,
      barWidth: 2,
      barGap: 1,
      // Seeking is ours: it has to work before the sound is loaded, and for the keyboard too.
      interact: false,
      autoScroll: false,
      autoCenter: false,
      cursorWidth: 2,
      cursorColor: 'var(--ink)',
      ...coloursFrom(this.#container),
      plugins: [
        this.#regions,
        HoverPlugin.create({
          lineColor: 'var(--ink-3)',
          labelBackground: 'var(--ink)',
          labelColor: 'var(--paper)',
          labelSize: 11,
          formatTimeCallback: (seconds) => shortClock(seconds * 1000),
        }),
      ],
    });
    keepStyle(surfer.getWrapper());
    surfer.on('ready', () => {
      this.#ready = true;
      this.#drawBands();
      this.#showPlace();
    });
    // A missing or broken sound is told by the player; the drawing stays.
    surfer.on('error', () => undefined);
    return surfer;
  }

  /** The cursor follows every change of place: also one made before the sound is loaded. */
  #showPlace(): void {
    const { atMs, playing } = this.#player.state();
    if (this.#ready) this.#surfer?.getRenderer().renderProgress(atMs / this.#player.durationMs, playing);
  }

  #drawBands(): void {
    this.#regions.clearRegions();
    for (const band of this.#bands) {
      const region = this.#regions.addRegion({
        id: band.id,
        start: band.fromMs / 1000,
        end: band.toMs / 1000,
        channelIdx: band.side === null ? -1 : band.side === 'you' ? 0 : 1,
        color: tinted(band.colour),
        content: band.name ? label(band) : undefined,
        drag: false,
        resize: false,
      });
      const { element } = region;
      if (!element) continue;
      element.style.pointerEvents = 'none';
      element.style.borderRadius = '0';
      if (band.hatched) element.style.background = hatching;
      else
        element.style.borderLeft = band.faint
          ? `1px solid ${faded(band.colour)}`
          : `2px solid ${band.colour}`;
    }
  }

  /** Canvases cannot read custom properties: they are painted again when light turns to dark. */
  #followTheme(): () => void {
    const dark = window.matchMedia('(prefers-color-scheme: dark)');
    const repaint = () => this.#surfer?.setOptions(coloursFrom(this.#container));
    dark.addEventListener('change', repaint);
    return () => dark.removeEventListener('change', repaint);
  }
}

const tinted = (colour: string) => `color-mix(in srgb, ${colour} 16%, transparent)`;
const faded = (colour: string) => `color-mix(in srgb, ${colour} 40%, transparent)`;

const hatching =
  'repeating-linear-gradient(135deg, color-mix(in srgb, var(--hold) 55%, transparent) 0 1.5px, color-mix(in srgb, var(--hold) 12%, transparent) 1.5px 6px)';

function label(band: Band): HTMLElement {
  const name = document.createElement('div');
  name.textContent = band.name;
  Object.assign(name.style, {
    boxSizing: 'border-box',
    width: 'max-content',
    maxWidth: `${band.roomPx}px`,
    overflow: 'hidden',
    padding: '2px 4px 0',
    color: band.ink,
    font: '600 11px/16px var(--font)',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  });
  return name;
}

/**
 * wavesurfer writes its few rules into a <style>, which `style-src 'self'` blocks unless the policy knows its hash. A
 * sheet made by script is not blocked: the same rules, taken from where they were written.
 */
function keepStyle(wrapper: HTMLElement): void {
  const root = wrapper.getRootNode();
  if (!(root instanceof ShadowRoot)) return;
  const written = root.querySelector('style');
  if (!written || written.sheet) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(written.textContent ?? '');
  root.adoptedStyleSheets = [sheet];
}

/** You grow upwards from the middle, they grow downwards. */
function coloursFrom(element: HTMLElement) {
  const style = getComputedStyle(element);
  const you = style.getPropertyValue('--you').trim();
  const them = style.getPropertyValue('--them').trim();
  return {
    splitChannels: [
      { waveColor: you, progressColor: you, barAlign: 'bottom' as const },
      { waveColor: them, progressColor: them, barAlign: 'top' as const },
    ],
  };
}
