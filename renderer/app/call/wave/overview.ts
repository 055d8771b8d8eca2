// The whole call in small: both sides, marks, and the stretch in sight as a region to drag and resize. Outside React.
import WaveSurfer from 'wavesurfer.js';
import RegionsPlugin, { type Region } from 'wavesurfer.js/plugins/regions';
import type { PeaksView } from '../../../../contract/library.ts';
import type { Player } from '../player.ts';
import { heightsOf, samePeaks } from './overview-heights.ts';
import { sideHeightPx } from './overview-style.ts';
import { leastSpanMs } from './view.ts';
import type { Band, BandTone } from './wave-bands.ts';
import type { WaveView } from './wave-view.ts';

const fill = 0.9;
const inSight = 'in-sight';
const colours: Record<BandTone, string> = {
  promise: 'var(--promise)',
  consent: 'var(--consent)',
  hold: 'var(--hold)',
  ink2: 'var(--ink-2)',
};

export class Overview {
  readonly #player: Player;
  readonly #view: WaveView;
  readonly #container: HTMLElement;
  readonly #regions = RegionsPlugin.create();
  readonly #marks = document.createElement('div');
  readonly #ends: (() => void)[];
  #surfer: WaveSurfer | null = null;
  #peaks: PeaksView | null = null;
  #bands: readonly Band[] = [];
  #window: Region | null = null;

  constructor(container: HTMLElement, player: Player, view: WaveView) {
    this.#container = container;
    this.#player = player;
    this.#view = view;
    container.addEventListener('pointerdown', this.#onPress);
    this.#ends = [
      player.subscribe(() => this.#showPlace()),
      view.onMove(() => this.#showWindow()),
      this.#followTheme(),
      () => container.removeEventListener('pointerdown', this.#onPress),
    ];
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
    if (this.#window) this.#drawRegions();
  }

  destroy(): void {
    this.#ends.forEach((end) => end());
    this.#surfer?.destroy();
  }

  #make(heights: Float32Array[]): WaveSurfer {
    const surfer = WaveSurfer.create({
      container: this.#container,
      peaks: heights,
      duration: this.#player.durationMs / 1000,
      height: sideHeightPx,
      barWidth: 2,
      barGap: 1,
      interact: false,
      autoScroll: false,
      autoCenter: false,
      cursorWidth: 2,
      cursorColor: 'var(--ink)',
      ...coloursFrom(this.#container),
      plugins: [this.#regions],
    });
    keepStyle(surfer.getWrapper());
    Object.assign(this.#marks.style, {
      position: 'absolute',
      inset: '0',
      zIndex: '4',
      pointerEvents: 'none',
    });
    surfer.getWrapper().append(this.#marks);
    surfer.on('ready', () => {
      this.#drawRegions();
      this.#showPlace();
    });
    this.#regions.on('region-update', (region) => {
      if (region.id === inSight)
        this.#view.show({ fromMs: region.start * 1000, spanMs: (region.end - region.start) * 1000 });
    });
    // The peaks are all it is given: a sound that is missing or broken is told by the player.
    surfer.on('error', () => undefined);
    return surfer;
  }

  /** A press beside the stretch in sight brings it there. */
  readonly #onPress = (event: PointerEvent): void => {
    const onWindow = this.#window?.element && event.composedPath().includes(this.#window.element);
    if (onWindow || event.button !== 0) return;
    const { left, width } = this.#container.getBoundingClientRect();
    this.#view.centre(((event.clientX - left) / width) * this.#player.durationMs);
  };

  #showPlace(): void {
    const { atMs, playing } = this.#player.state();
    if (this.#window) this.#surfer?.getRenderer().renderProgress(atMs / this.#player.durationMs, playing);
  }

  #showWindow(): void {
    const { fromMs, spanMs } = this.#view.view();
    this.#window?.setOptions({ start: fromMs / 1000, end: (fromMs + spanMs) / 1000 });
  }

  /** Plain boxes: nobody takes hold of them here, and a long call has hundreds. */
  #drawn({ fromMs, toMs, side, tone, what }: Band): HTMLElement {
    const box = document.createElement('div');
    const share = (ms: number) => `${(ms / this.#player.durationMs) * 100}%`;
    Object.assign(box.style, {
      position: 'absolute',
      left: share(fromMs),
      width: share(toMs - fromMs),
      minWidth: '2px',
      top: side === 'them' ? '50%' : '0',
      height: side === null ? '100%' : '50%',
      background: tinted(colours[tone], what === 'mark' ? 22 : 45),
      borderLeft: what === 'mark' ? `1px solid ${colours[tone]}` : '',
    });
    return box;
  }

  #drawRegions(): void {
    this.#marks.replaceChildren(...this.#bands.map((band) => this.#drawn(band)));
    if (this.#window) return;
    this.#window = this.#regions.addRegion({
      id: inSight,
      start: 0,
      end: this.#player.durationMs / 1000,
      minLength: leastSpanMs / 1000,
      color: tinted('var(--ink)', 9),
    });
    const { element } = this.#window;
    if (element) {
      // However short the stretch, there is something to take hold of.
      Object.assign(element.style, { minWidth: '14px', boxShadow: 'inset 0 0 0 1px var(--ink-2)' });
      for (const handle of element.querySelectorAll<HTMLElement>('[part~="region-handle"]'))
        Object.assign(handle.style, { borderColor: 'var(--ink-2)', width: '5px' });
    }
    this.#showWindow();
  }

  /** Canvases cannot read custom properties: they are painted again when light turns to dark. */
  #followTheme(): () => void {
    const dark = window.matchMedia('(prefers-color-scheme: dark)');
    const repaint = () => this.#surfer?.setOptions(coloursFrom(this.#container));
    dark.addEventListener('change', repaint);
    return () => dark.removeEventListener('change', repaint);
  }
}

const tinted = (colour: string, percent: number) => `color-mix(in srgb, ${colour} ${percent}%, transparent)`;

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
