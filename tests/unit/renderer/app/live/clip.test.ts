// A quote is heard while somebody is there to end it.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Clip } from '../../../../../renderer/app/live/clip.ts';

class FakeAudio extends EventTarget {
  src = '';
  currentTime = 0;
  playing = false;
  async play() {
    this.playing = true;
  }
  pause() {
    this.playing = false;
  }
  removeAttribute() {
    this.src = '';
  }
  load() {}
}

let audio: FakeAudio;
beforeEach(() => {
  const take = () => (audio = new FakeAudio());
  vi.stubGlobal('Audio', function () {
    return take();
  });
});
afterEach(() => vi.unstubAllGlobals());

test('what is asked for as the screen goes is not heard after it', async () => {
  const clip = new Clip();
  await clip.play('one', { fromMs: 0, toMs: 1_000 });
  expect(audio.playing).toBe(true);
  clip.close();
  await clip.play('another', { fromMs: 0, toMs: 1_000 });
  expect([audio.playing, clip.playing()]).toEqual([false, null]);
});
