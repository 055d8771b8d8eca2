// Draws a scorecard as a picture to be shown to others: its measures, a bar for every call, and how each is counted.
import { measureKeys } from '../../../contract/companies.ts';
import type { Words } from '../i18n.ts';
import { locale } from '../ui/format.ts';
import type { LeavingScorecard } from './leaving.ts';
import { measureWords, type MeasureWords } from './measure-words.ts';

const widthPx = 1080;
const edgePx = 48;
const scale = 2;
const font = `system-ui, 'Segoe UI', 'Helvetica Neue', 'Noto Sans', 'DejaVu Sans', sans-serif`;
// On paper, whatever the theme of the window: the light values of ui/tokens.css.
const inks = {
  paper: '#fbfaf7',
  panel: '#ffffff',
  line: '#e4e0d8',
  ink: '#1c1b19',
  ink2: '#5a564e',
  ink3: '#716b61',
  them: '#4338ca',
  hold: '#8a8377',
  you: '#0f766e',
};

const cardsInRow = 4;
const gapPx = 14;
const cardHeightPx = 112;
const barsHeightPx = 120;

/** A PNG. */
export async function drawScorecard(leaving: LeavingScorecard, t: Words<'company'>): Promise<Uint8Array> {
  const words = measureKeys.map((key) => measureWords(key, leaving.measures[key], t, leaving.late));
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d')!;
  const formulas = words.map(({ name, formula }) => linesOf(context, `${name}: ${formula}`, 13));
  const cardRows = Math.ceil((words.length + 1) / cardsInRow);
  const barsAt = 112 + cardRows * (cardHeightPx + gapPx) + 8;
  const formulasAt = barsAt + barsHeightPx + 54;
  const lineCount = formulas.reduce((sum, lines) => sum + lines.length, 0);
  const heightPx = formulasAt + lineCount * 18 + formulas.length * 5 + 52;

  canvas.width = widthPx * scale;
  canvas.height = heightPx * scale;
  context.scale(scale, scale);
  context.fillStyle = inks.paper;
  context.fillRect(0, 0, widthPx, heightPx);

  const say = (
    text: string,
    x: number,
    y: number,
    size: number,
    ink: string,
    weight = 400,
    maxPx?: number,
  ) => {
    context.font = `${weight} ${size}px ${font}`;
    context.fillStyle = ink;
    context.fillText(maxPx === undefined ? text : shortened(context, text, maxPx), x, y);
  };
  const { company, calls, period, bars } = leaving;
  say(company, edgePx, 62, 28, inks.ink, 700, widthPx - 2 * edgePx);
  const time = period && t('leave.period', { from: day(period.fromMs), until: day(period.untilMs) });
  say([t('calls', { count: calls }), time ?? ''].join('   '), edgePx, 88, 15, inks.ink2);

  const cardWidth = (widthPx - 2 * edgePx - (cardsInRow - 1) * gapPx) / cardsInRow;
  for (const [at, card] of words.entries()) {
    const x = edgePx + (at % cardsInRow) * (cardWidth + gapPx);
    const y = 112 + Math.floor(at / cardsInRow) * (cardHeightPx + gapPx);
    drawCard(card, x, y, card.key === 'talk' ? 2 * cardWidth + gapPx : cardWidth);
  }

  say(t('picture.title'), edgePx, barsAt + 14, 14, inks.ink, 600);
  say(t('leave.bars'), edgePx + 210, barsAt + 14, 13, inks.ink2);
  drawBars(context, bars, { x: edgePx, y: barsAt + 28, width: widthPx - 2 * edgePx, height: barsHeightPx });

  let y = formulasAt + 14;
  for (const lines of formulas) {
    for (const line of lines) {
      say(line, edgePx, y, 13, inks.ink2);
      y += 18;
    }
    y += 5;
  }
  say(t('leave.foot'), edgePx, y + 14, 12, inks.ink3);
  return toPng(canvas);

  function drawCard(card: MeasureWords, x: number, top: number, width: number): void {
    context.fillStyle = inks.panel;
    context.strokeStyle = inks.line;
    context.beginPath();
    context.roundRect(x, top, width, cardHeightPx, 10);
    context.fill();
    context.stroke();
    const inside = width - 32;
    const isThere = card.value !== null;
    say(
      card.value ?? t('measures.tooFew'),
      x + 16,
      top + 34,
      isThere ? 22 : 18,
      isThere ? inks.ink : inks.ink3,
      isThere ? 700 : 500,
      inside,
    );
    say(card.name, x + 16, top + 57, 14, inks.ink, 500, inside);
    say(card.detail, x + 16, top + 77, 13, inks.ink2, 400, inside);
    say(card.sample, x + 16, top + (card.detail ? 96 : 77), 13, inks.ink2, 400, inside);
    if (card.key === 'talk') drawShare(context, leaving.measures.talk.value, x + 16, top + 86, inside);
  }
}

/** How much of the talk was whose, as on the screen. */
function drawShare(
  context: CanvasRenderingContext2D,
  share: number | null,
  x: number,
  y: number,
  width: number,
): void {
  if (share === null) return;
  context.fillStyle = inks.them;
  context.fillRect(x, y, width, 8);
  context.fillStyle = inks.you;
  context.fillRect(x, y, width * share, 8);
}

function drawBars(
  context: CanvasRenderingContext2D,
  bars: LeavingScorecard['bars'],
  box: { x: number; y: number; width: number; height: number },
): void {
  const longest = Math.max(1, ...bars.map(({ durationMs }) => durationMs));
  const pitch = box.width / Math.max(1, bars.length);
  const width = Math.min(40, pitch * 0.76);
  const bottom = box.y + box.height;
  for (const [at, { durationMs, holdMs }] of bars.entries()) {
    const x = box.x + at * pitch + (pitch - width) / 2;
    const rise = (ms: number) => (ms / longest) * (box.height - 4);
    context.fillStyle = inks.them;
    context.fillRect(x, bottom - rise(durationMs), width, rise(durationMs));
    context.fillStyle = inks.hold;
    context.fillRect(x, bottom - rise(holdMs), width, rise(holdMs));
  }
  context.fillStyle = inks.line;
  context.fillRect(box.x, bottom, box.width, 1);
}

/** Broken into lines that fit between the edges. */
function linesOf(context: CanvasRenderingContext2D, text: string, size: number): string[] {
  context.font = `400 ${size}px ${font}`;
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line ? `${line} ${word}` : word;
    if (line && context.measureText(longer).width > widthPx - 2 * edgePx) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

function shortened(context: CanvasRenderingContext2D, text: string, maxPx: number): string {
  if (context.measureText(text).width <= maxPx) return text;
  const letters = Array.from(text);
  while (letters.length > 1 && context.measureText(`${letters.join('')}…`).width > maxPx) letters.pop();
  return `${letters.join('')}…`;
}

async function toPng(canvas: HTMLCanvasElement): Promise<Uint8Array> {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error('The picture could not be made');
  return new Uint8Array(await blob.arrayBuffer());
}

/** With its year, as nobody knows when the picture is looked at. */
const day = (ms: number) =>
  new Intl.DateTimeFormat(locale(), { day: 'numeric', month: 'short', year: 'numeric' }).format(ms);
