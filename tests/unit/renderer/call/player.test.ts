// The player follows its audio element, seeks inside the call only, and says what is wrong with the sound.
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { Player } from '../../../../renderer/app/call/player.ts';

/** As much of an audio element as the player uses. */
class FakeAudio extends EventTarget {
  preload = '';
  src = '';
  currentTime = 0;
  paused = true;
  ended = false;
  error: { code: number } | null = null;
  play() {
    this.paused = false;
    this.dispatchEvent(new Event('play'));
    return Promise.resolve();
  }
  pause() {
    this.paused = true;
    this.dispatchEvent(new Event('pause'));
  }
  removeAttribute() {
    this.src = '';
  }
  load() {}
  fail(code: number) {
    this.error = { code };
    this.dispatchEvent(new Event('error'));
  }
}

let audio: FakeAudio;
let player: Player;
beforeEach(() => {
  vi.useFakeTimers();
  audio = new FakeAudio();
  player = new Player(audio as unknown as HTMLAudioElement, 60_000);
  player.open('/media/x');
  return () => {
    player.close();
    vi.useRealTimers();
  };
});

describe('Player', () => {
  test('plays, pauses, and tells the time while it plays', () => {
    player.toggle();
    expect(player.state()).toEqual({ playing: true, atMs: 0, trouble: 'none' });
    audio.currentTime = 1.5;
    vi.advanceTimersByTime(250);
    expect(player.state().atMs).toBe(1500);
    player.toggle();
    expect(player.state().playing).toBe(false);
    audio.currentTime = 9;
    vi.advanceTimersByTime(1000);
    expect(player.state().atMs).toBe(1500);
  });

  test('seeks at once, also before the sound is loaded, and stays inside the call', () => {
    player.seek(20_000);
    expect([player.state().atMs, audio.currentTime]).toEqual([20_000, 20]);
    player.nudge(-30_000);
    expect(player.state().atMs).toBe(0);
    player.nudge(90_000);
    expect(player.state().atMs).toBe(60_000);
  });

  test('plays a mark from its start', () => {
    player.playFrom(12_000);
    expect(player.state()).toEqual({ playing: true, atMs: 12_000, trouble: 'none' });
  });

  test('stops at the end', () => {
    player.play();
    audio.ended = true;
    audio.currentTime = 60.02;
    audio.dispatchEvent(new Event('ended'));
    expect(player.state()).toEqual({ playing: false, atMs: 60_000, trouble: 'none' });
  });

  test('tells a missing sound from a broken one', () => {
    audio.fail(4);
    expect(player.state().trouble).toBe('missing');
    player.play();
    expect(player.state().playing).toBe(false);
    audio.fail(3);
    expect(player.state().trouble).toBe('broken');
  });

  test('lets go of the file at the end', () => {
    player.play();
    player.close();
    expect([audio.paused, audio.src]).toEqual([true, '']);
  });
});
