// The player follows its audio element, seeks inside the call only, and says what is wrong with the sound.
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { Player } from '../../../../renderer/app/call/player.ts';

/** As much of an audio element as the player uses. */
class FakeAudio extends EventTarget {
  preload = '';
  src = '';
  currentTime = 0;
  playbackRate = 1;
  seeking = false;
  paused = true;
  ended = false;
  error: { code: number } | null = null;
  /** Where it stood when it was last asked to play. */
  beganAt = Number.NaN;
  play() {
    this.beganAt = this.currentTime;
    this.paused = false;
    this.ended = false;
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
    expect(player.state()).toMatchObject({ playing: true, atMs: 0, trouble: 'none' });
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

  test('asks for one seek at a time, and ends where it was sent last', () => {
    player.seek(10_000);
    audio.seeking = true;
    for (const atMs of [20_000, 30_000, 40_000]) player.seek(atMs);
    expect([player.state().atMs, audio.currentTime]).toEqual([40_000, 10]);
    audio.seeking = false;
    vi.advanceTimersByTime(100);
    expect([player.state().atMs, audio.currentTime]).toEqual([40_000, 40]);
  });

  test('dragged over the waveform, shows every place and sends the sound to a few of them, the last among them', () => {
    const sent = new Set<number>();
    for (let atMs = 0; atMs < 30_000; atMs += 100) {
      player.seek(atMs);
      sent.add(audio.currentTime);
      expect(player.state().atMs).toBe(atMs);
      vi.advanceTimersByTime(10);
    }
    expect(sent.size).toBeLessThanOrEqual(31);
    vi.advanceTimersByTime(100);
    expect(audio.currentTime).toBe(29.9);
  });

  test('begins to play where it was sent last, however shortly before', () => {
    for (const atMs of [10_000, 20_000, 30_000]) player.seek(atMs);
    player.play();
    expect([player.state().atMs, audio.beganAt]).toEqual([30_000, 30]);
  });

  test('plays a mark from its start', () => {
    player.playFrom(12_000);
    expect(player.state()).toMatchObject({ playing: true, atMs: 12_000, trouble: 'none' });
  });

  test('stops at the end', () => {
    player.play();
    audio.ended = true;
    audio.currentTime = 60.02;
    audio.dispatchEvent(new Event('ended'));
    expect(player.state()).toMatchObject({ playing: false, atMs: 60_000, trouble: 'none' });
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

  test('goes on a little before where it was paused, for those who write along', () => {
    player.seek(20_000);
    player.toggleWithStepBack(1500);
    expect(player.state()).toMatchObject({ playing: true, atMs: 18_500 });
    audio.currentTime = 22;
    player.toggleWithStepBack(1500);
    expect(player.state()).toMatchObject({ playing: false, atMs: 22_000 });
  });

  test('changes its speed in steps, and no further than they go', () => {
    player.changeSpeed(1);
    expect([player.state().speed, audio.playbackRate]).toEqual([1.25, 1.25]);
    for (let presses = 0; presses < 20; presses += 1) player.changeSpeed(1);
    expect(audio.playbackRate).toBe(3);
    for (let presses = 0; presses < 20; presses += 1) player.changeSpeed(-1);
    expect(audio.playbackRate).toBe(0.5);
  });

  test('jumps over what is skipped when it gets there, however fast it plays', () => {
    player.setSpeed(2);
    player.skip([{ fromMs: 1000, toMs: 9000 }]);
    player.play();
    audio.currentTime = 0.9;
    vi.advanceTimersByTime(200);
    expect(audio.currentTime).toBe(0.9);
    audio.currentTime = 0.999;
    vi.advanceTimersByTime(50);
    expect(audio.currentTime).toBe(9);
  });

  test('plays a loop again and again, also one that ends with the call', () => {
    player.setLoop({ fromMs: 50_000, toMs: 60_000 });
    player.playFrom(50_000);
    audio.currentTime = 59.998;
    vi.advanceTimersByTime(200);
    expect(audio.currentTime).toBe(50);
    audio.ended = true;
    audio.currentTime = 60;
    audio.dispatchEvent(new Event('ended'));
    expect(audio.currentTime).toBe(50);
  });

  test('seeking out of a loop ends it, seeking within does not', () => {
    player.setLoop({ fromMs: 10_000, toMs: 20_000 });
    player.seek(12_000);
    expect(player.state().loop).not.toBeNull();
    player.seek(30_000);
    expect(player.state().loop).toBeNull();
  });
});
