// The real app, end to end: one test at a time, each with a sound server, a library and a profile of its own.
import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests',
  testMatch: ['e2e/**/*.spec.ts', 'capture/**/*.spec.ts'],
  outputDir: 'test-results/e2e',
  workers: 1, // two real-time recordings at once on a small machine would measure the machine
  fullyParallel: false,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  // Sound is real time, and a machine may stand still for a moment: what passes only then is named at the end.
  retries: 1,
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
});
