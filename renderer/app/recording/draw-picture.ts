// Draws the call so far: bars of both sides around a middle line, marks behind them, times below, and where we are now.
import type { Side } from '../../../contract/call.ts';
import type { LiveWave } from '../live/live-wave.ts';
import { clock } from '../ui/format.ts';
import type { Inks } from './picture-inks.ts';
import type { PictureMark } from './picture-marks.ts';

export interface PictureSize {
  width: number;
  height: number;
  /** Device pixels per CSS pixel. */
  ratio: number;
}

export interface Picture {
  wave: LiveWave;
  marks: readonly PictureMark[];
  inks: Inks;
  paused: boolean;
}

const barWidth = 2;
const barStep = 3;
const footHeight = 16;
const firstSpanMs = 60_000;
/** CSS pixels from one time to the next, at least. */
const tickRoom = 64;

/**
 * How much time the picture's width stands for: a minute at first, then half or a third more whenever it is full
 * (1, 1.5, 2, 3, 4, 6, 8… minutes). The call grows into free room and, between steps, bars stay where they are.
 */
export function spanOf(durationMs: number): number {
  let spanMs = firstSpanMs;
  let half = true;
  while (spanMs <= durationMs) {
    spanMs *= half ? 3 / 2 : 4 / 3;
    half = !half;
  }
  return spanMs;
}

const tickSeconds = [5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200];

/** The round step between two times, with enough room between them to be read. */
export function tickOf(spanMs: number, width: number): number {
  const roomy = tickSeconds.find((seconds) => (seconds * 1000 * width) / spanMs >= tickRoom);
  return (roomy ?? 14_400) * 1000;
}

/** A loudness of 0 to 255 as a share of the height: quiet speech stays visible beside loud speech. */
const heightOf = (loudness: number) => (loudness / 255) ** 0.55;

interface Sheet {
  context: CanvasRenderingContext2D;
  width: number;
  waveHeight: number;
  spanMs: number;
  x: (ms: number) => number;
}

export function drawPicture(context: CanvasRenderingContext2D, size: PictureSize, picture: Picture): void {
  const { width, height, ratio } = size;
  const { canvas } = context;
  if (canvas.width !== Math.round(width * ratio)) canvas.width = Math.round(width * ratio);
  if (canvas.height !== Math.round(height * ratio)) canvas.height = Math.round(height * ratio);
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  const spanMs = spanOf(picture.wave.durationMs);
  const x = (ms: number) => (ms / spanMs) * width;
  const sheet = { context, width, waveHeight: height - footHeight, spanMs, x };
  drawTimes(sheet, height, picture.inks);
  drawSilences(sheet, picture);
  drawRegions(sheet, picture);
  drawBars(sheet, picture);
  drawNow(sheet, picture);
  drawLabels(sheet, picture);
}

function drawTimes({ context, width, waveHeight, spanMs, x }: Sheet, height: number, inks: Inks): void {
  const tickMs = tickOf(spanMs, width);
  context.font = `10.5px ${inks.font}`;
  context.textAlign = 'center';
  context.fillStyle = inks.line;
  context.fillRect(0, waveHeight, width, 1);
  for (let ms = tickMs; ms < spanMs; ms += tickMs) {
    context.fillStyle = inks.line;
    context.fillRect(Math.round(x(ms)), waveHeight, 1, 4);
    context.fillStyle = inks.ink3;
    context.fillText(clock(ms), x(ms), height - 4);
  }
  context.textAlign = 'left';
}

function drawSilences({ context, waveHeight, x }: Sheet, { wave, inks }: Picture): void {
  const middle = waveHeight / 2;
  const nowMs = wave.durationMs;
  for (const { side, fromMs, toMs } of wave.silences) {
    const top = side === 'them' ? middle : 0;
    const tall = side === 'both' ? waveHeight : middle;
    const left = x(fromMs);
    context.save();
    context.beginPath();
    context.rect(left, top, Math.max(1, x(toMs ?? nowMs) - left), tall);
    context.clip();
    context.fillStyle = inks.sunken;
    context.fillRect(left, top, x(toMs ?? nowMs) - left, tall);
    context.strokeStyle = inks.line;
    context.lineWidth = 1;
    context.beginPath();
    for (let at = left - tall; at < x(toMs ?? nowMs); at += 7) {
      context.moveTo(at, top + tall);
      context.lineTo(at + tall, top);
    }
    context.stroke();
    context.restore();
  }
}

function drawRegions({ context, waveHeight, x }: Sheet, { marks, inks }: Picture): void {
  for (const { fromMs, toMs, ink } of marks) {
    const left = x(fromMs);
    context.fillStyle = inks[ink];
    context.globalAlpha = 0.14;
    context.fillRect(left, 0, x(toMs) - left, waveHeight);
    context.globalAlpha = 1;
  }
}

function drawBars({ context, width, waveHeight, spanMs }: Sheet, { wave, inks, paused }: Picture): void {
  const count = Math.floor(width / barStep);
  const barMs = spanMs / count;
  const room = (waveHeight - 4) / 2 - 3;
  const bars = Math.min(count, Math.ceil(wave.durationMs / barMs));
  const side = (which: Side, top: (height: number) => number) => {
    context.fillStyle = inks[which];
    for (let bar = 0; bar < bars; bar++) {
      const loudness = wave.loudness(which, bar * barMs, (bar + 1) * barMs);
      const height = Math.max(1, heightOf(loudness) * room);
      context.fillRect(bar * barStep, top(height), barWidth, height);
    }
  };
  context.globalAlpha = paused ? 0.45 : 1;
  side('you', (height) => waveHeight / 2 - 1 - height);
  side('them', () => waveHeight / 2 + 1);
  context.globalAlpha = 1;
}

/** Words at the top, in one of two lines; where both are taken, the line at the mark has to do. */
function drawLabels({ context, width, waveHeight, x }: Sheet, { marks, inks }: Picture): void {
  const ends = [-Infinity, -Infinity];
  context.font = `600 11px ${inks.font}`;
  // All lines first: none may run through the words of another mark.
  for (const { fromMs, ink } of marks) {
    context.fillStyle = inks[ink];
    context.fillRect(Math.round(x(fromMs)), 0, 2, waveHeight);
  }
  for (const { fromMs, ink, label } of marks) {
    const left = x(fromMs);
    const wide = context.measureText(label).width;
    const from = left + 6 + wide > width ? left - 5 - wide : left + 6;
    const line = ends.findIndex((end) => end + 8 < from);
    if (line === -1) continue;
    ends[line] = from + wide;
    const base = 13 + line * 14;
    context.fillStyle = inks.panel;
    context.globalAlpha = 0.82;
    context.fillRect(from - 2, base - 10, wide + 4, 13);
    context.globalAlpha = 1;
    context.fillStyle = ink === 'hold' ? inks.ink2 : inks[ink];
    context.fillText(label, from, base);
  }
}

function drawNow({ context, waveHeight, x }: Sheet, { wave, inks, paused }: Picture): void {
  context.fillStyle = paused ? inks.ink3 : inks.rec;
  context.fillRect(Math.round(x(wave.durationMs)), 0, 1, waveHeight + 4);
}
