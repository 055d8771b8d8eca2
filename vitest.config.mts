// Unit tests mirror the house; they run on the pinned Node with real files and a real SQLite.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/unit/**/*.test.ts', 'tests/unit/**/*.test.tsx'],
    testTimeout: 20_000,
    // The thread that reads the folders is TypeScript which Node reads by itself; it would warn that the package says nothing of ESM.
    execArgv: ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON'],
  },
});
