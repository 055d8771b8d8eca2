// Benchmarks on the real app: one at a time, nothing asserted but that it ran. Ratios count, against a baseline of the same run.
import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests/bench',
  testMatch: '*.bench.ts',
  outputDir: 'test-results/bench',
  workers: 1,
  fullyParallel: false,
  timeout: 600_000,
  forbidOnly: true,
  reporter: [['line']],
});
