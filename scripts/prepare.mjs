// Runs after `npm install` in a clone. Without the build tools (`npm ci --omit=dev`) it builds nothing and does not fail.
try {
  await import('esbuild');
} catch {
  console.error('nec-local: build tools are not installed, nothing was built (npm install, then npm run build).');
  process.exit(0);
}
await import('./build.mjs');
