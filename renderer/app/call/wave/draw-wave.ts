// Draws one frame of the waveform: what is missing, marks, both sides, times, and where we are.
import { sides, type Side } from '../../../../contract/call.ts';
import type { Heard } from '../skip.ts';
import { columnsOf, type Columns, type PieceAt } from './columns.ts';
import type { Inks } from './inks.ts';
import type { Levels } from './levels.ts';
import { rulerTicks, tickName } from './ruler-ticks.ts';
import { pxOf, type View } from './view.ts';
import type { PlacedBand } from './wave-bands.ts';

export const waveHeightPx = 148;
export const rulerHeightPx = 18;

/** Part of a side's half that the loudest sound may fill: the rest is for the names of marks. */
const fill = 0.84;

export interface Frame {
  view: View;
  widthPx: number;
  /** Null until the peaks are there. */
  levels: Levels | null;
  /** What fills a side, of 255. */
  fullScale: number;
  pieceAt: PieceAt;
  bands: readonly PlacedBand[];
  chosen: string | null;
  heard: Heard;
  atMs: number;
  inks: Inks;
}

type Context = CanvasRenderingContext2D;

export function drawWave(context: Context, frame: Frame): void {
  const { widthPx, levels, heard } = frame;
  context.clearRect(0, 0, widthPx, waveHeightPx + rulerHeightPx);
  for (const band of frame.bands)
    if (band.what === 'missing') drawMissing(context, band, frame);
    else drawBand(context, band, frame);
  if (levels)
    for (const side of sides) {
      context.globalAlpha = heard === 'both' || heard === side ? 1 : 0.28;
      drawSide(context, side, columnsOf(side, frame.view, widthPx, levels, frame.pieceAt), frame);
      context.globalAlpha = 1;
    }
  for (const band of frame.bands) drawName(context, band, frame.inks);
  drawRuler(context, frame);
  drawCursor(context, frame);
}

/**
 * You grow upwards from the middle, they grow downwards. The closer the look, the further each side's line of silence
 * moves to the middle of its half, until real samples swing to both sides of it.
 */
function drawSide(context: Context, side: Side, columns: Columns, { view, widthPx, inks, fullScale }: Frame) {
  const { stepPx, firstPx, high, low } = columns;
  const half = waveHeightPx / 2;
  const open = openness(view, widthPx);
  const up = side === 'you' ? 1 : -1;
  const silence = Math.round(half - up * (half / 2) * open);
  const scale = ((half * fill) / (1 + open)) * (255 / fullScale);
  const most = (half * fill) / (1 + open);
  const wide = stepPx === 1 ? 1 : stepPx - 1;
  context.fillStyle = inks[side];
  for (let at = 0; at < high.length; at += 1) {
    // With the side's own direction taken as up: how far it swings there, and how far back over its line of silence.
    const outward = up > 0 ? high[at]! : -low[at]!;
    const inward = Math.max(0, up > 0 ? -low[at]! : high[at]!);
    const over = Math.max(0.5, Math.min(most, Math.max(outward, inward * (1 - open)) * scale));
    const under = Math.min(most, inward * scale) * open;
    const top = up > 0 ? silence - over : silence - under;
    context.fillRect(firstPx + at * stepPx, top, wide, Math.max(1, over + under));
  }
}

/** 0 while bars show loudness, 1 when samples show the wave itself; between the two over a few steps of zoom. */
function openness({ spanMs }: View, widthPx: number): number {
  const msPerPx = spanMs / widthPx;
  const [closedAt, openAt] = [10 / 3, 0.8];
  return Math.min(1, Math.max(0, Math.log(closedAt / msPerPx) / Math.log(closedAt / openAt)));
}

function drawBand(context: Context, band: PlacedBand, { inks, chosen }: Frame): void {
  const { leftPx, rightPx, faint } = band;
  const ink = inks[band.tone];
  context.fillStyle = ink;
  context.globalAlpha = band.id === chosen ? 0.24 : 0.14;
  context.fillRect(leftPx, 0, rightPx - leftPx, waveHeightPx);
  context.globalAlpha = faint ? 0.4 : 1;
  context.fillRect(leftPx, 0, faint ? 1 : 2, waveHeightPx);
  context.globalAlpha = 1;
  if (band.id !== chosen) return;
  context.fillRect(rightPx - (rightPx - leftPx > 4 ? 2 : 0), 0, 2, waveHeightPx);
  for (const x of [leftPx + 1, rightPx - 1]) context.fillRect(x - 3, waveHeightPx / 2 - 10, 6, 20);
}

function drawMissing(
  context: Context,
  { leftPx, rightPx, side }: PlacedBand,
  { inks, widthPx }: Frame,
): void {
  const top = side === 'them' ? waveHeightPx / 2 : 0;
  const tall = side === null ? waveHeightPx : waveHeightPx / 2;
  const left = Math.max(-8, leftPx);
  const right = Math.min(widthPx + 8, rightPx);
  context.save();
  context.beginPath();
  context.rect(left, top, right - left, tall);
  context.clip();
  context.fillStyle = inks.hold;
  context.globalAlpha = 0.12;
  context.fillRect(left, top, right - left, tall);
  context.globalAlpha = 0.55;
  context.strokeStyle = inks.hold;
  context.lineWidth = 1.5;
  context.beginPath();
  // Hatching that is fixed to the band, not to the window: it moves along when scrolled.
  const first = left - tall - ((((left - leftPx) % 8) + 8) % 8);
  for (let x = first; x < right; x += 8) {
    context.moveTo(x, top + tall);
    context.lineTo(x + tall, top);
  }
  context.stroke();
  context.restore();
}

function drawName(context: Context, { leftPx, roomPx, tone, name }: PlacedBand, inks: Inks): void {
  if (roomPx === 0 || name === '') return;
  const left = Math.max(0, leftPx) + 6;
  context.font = `600 11px ${inks.font}`;
  context.textBaseline = 'alphabetic';
  const shown = fitted(context, name, roomPx - 6);
  context.fillStyle = inks.panel;
  context.globalAlpha = 0.8;
  context.fillRect(left - 2, 3, context.measureText(shown).width + 4, 14);
  context.globalAlpha = 1;
  context.fillStyle = tone === 'hold' ? inks.ink2 : inks[tone];
  context.fillText(shown, left, 14);
}

const fits = new Map<string, string>();

/** Measured once for each name and whole pixel of room: zooming asks again with every frame. */
function fitted(context: Context, name: string, roomPx: number): string {
  const key = `${Math.floor(roomPx)} ${name}`;
  const known = fits.get(key);
  if (known !== undefined) return known;
  if (fits.size > 2000) fits.clear();
  let shown = name;
  while (shown.length > 1 && context.measureText(shown).width > roomPx)
    shown = `${shown.slice(0, -2).trimEnd()}…`;
  fits.set(key, shown);
  return shown;
}

function drawRuler(context: Context, { view, widthPx, inks }: Frame): void {
  const { ticks, stepMs } = rulerTicks(view, widthPx);
  context.font = `11px ${inks.mono}`;
  context.textBaseline = 'alphabetic';
  for (const atMs of ticks) {
    const x = Math.round(pxOf(view, atMs, widthPx));
    context.fillStyle = inks.edge;
    context.fillRect(x, waveHeightPx + 1, 1, rulerHeightPx);
    context.fillStyle = inks.ink3;
    context.fillText(tickName(atMs, stepMs), x + 4, waveHeightPx + 13);
  }
}

function drawCursor(context: Context, { view, widthPx, atMs, inks }: Frame): void {
  const x = Math.round(pxOf(view, atMs, widthPx));
  if (x < -1 || x > widthPx + 1) return;
  context.fillStyle = inks.ink;
  context.fillRect(Math.min(x, widthPx - 2), 0, 2, waveHeightPx);
}
