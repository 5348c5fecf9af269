import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

/** Files of `templates/` as the text they hold, as esbuild does in the build. */
const textFiles = {
  name: 'text-files',
  enforce: 'pre' as const,
  resolveId(source: string, importer: string | undefined): string | undefined {
    return importer && /\/templates\/.*\.css$/.test(source) ? `\0text:${resolve(dirname(importer), source)}.js` : undefined;
  },
  load(id: string): string | undefined {
    return id.startsWith('\0text:') ? `export default ${JSON.stringify(readFileSync(id.slice(6, -3), 'utf8'))};` : undefined;
  },
};

export default defineConfig({
  plugins: [textFiles],
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: 'forks',
    // On a machine of two processors the default is one at a time.
    maxWorkers: '100%',
    setupFiles: ['test/support/properties.ts'],
  },
});
