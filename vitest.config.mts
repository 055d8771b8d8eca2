// Unit tests mirror the house; they run on the pinned Node with real files and a real SQLite.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/unit/**/*.test.ts', 'tests/unit/**/*.test.tsx'],
    // Only what hangs runs into these: a busy machine is no failure.
    testTimeout: 120_000,
    expect: { poll: { timeout: 30_000 } },
    // The thread that reads the folders is TypeScript which Node reads by itself; it would warn that the package says nothing of ESM.
    execArgv: ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON'],
  },
});
