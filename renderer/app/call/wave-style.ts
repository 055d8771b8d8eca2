// How tall the waveform is. wavesurfer writes it into its <style>, whose hash the content security policy names.

/** Of both sides together. Changing it changes the hash: tests/unit/renderer/call/wave-style.test.ts says the new one. */
export const waveHeightPx = 148;

/** Of one side: what wavesurfer is told. */
export const sideHeightPx = waveHeightPx / 2;
