// Builds the three programs: the app (main), the door (preload) and the pages (renderer) into dist/.
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { resolve } from 'node:path';

// The floor is what the offline runtime has (DESIGN section 8), not what the installed Electron has.
const nodeFloor = 'node18';
const chromiumFloor = 'chrome114';

export default defineConfig({
  main: {
    build: {
      outDir: 'dist/main',
      target: nodeFloor,
      externalizeDeps: { exclude: ['zod', 'electron-log', 'i18next', 'ical-generator'] },
      lib: {
        entry: {
          index: resolve('main/index.ts'),
          cli: resolve('main/cli.ts'),
          reader: resolve('main/app/reader/reader-worker.ts'),
        },
        formats: ['cjs'],
        fileName: (_format, name) => `${name}.js`,
      },
      // What both need stands beside them: code finds pages and pictures by its own folder.
      rollupOptions: { output: { chunkFileNames: '[name]-[hash].js' } },
    },
  },
  preload: {
    build: {
      outDir: 'dist/preload',
      target: nodeFloor,
      externalizeDeps: false,
      lib: { entry: resolve('preload/index.ts'), formats: ['cjs'], fileName: () => 'index.js' },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react()],
    build: {
      outDir: resolve('dist/renderer'),
      emptyOutDir: true,
      target: chromiumFloor,
      modulePreload: { polyfill: false },
      rollupOptions: {
        input: {
          app: resolve('renderer/app.html'),
          control: resolve('renderer/control.html'),
          capture: resolve('renderer/capture.html'),
          importer: resolve('renderer/importer.html'),
        },
      },
    },
  },
});
