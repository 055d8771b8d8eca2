// How tall the overview is. wavesurfer writes it into its <style>, whose hash the content security policy names.

/** Of both sides together. Changing it changes the hash: tests/unit/renderer/call/overview-style.test.ts says the new one. */
export const overviewHeightPx = 36;

/** Of one side: what wavesurfer is told. */
export const sideHeightPx = overviewHeightPx / 2;
