// Builds what is installed: the program in a few lazily loaded files, the compiled kits, the list of authorities.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { parse } from 'yaml';
import { writeTerritories } from './build-territories.mjs';
import { collectLicences } from './licences.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');
const { version } = createRequire(import.meta.url)('../package.json');
const { version: kitVersion } = parse(readFileSync(join(root, 'kits', 'nec', 'kit.yaml'), 'utf8'));

/** Names the sources: what was made by other ones has to be made again. */
function nameBuild() {
  const hash = createHash('sha256');
  const files = ['src', 'templates'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)));
  for (const file of [...files.sort(), join(root, 'package-lock.json')]) hash.update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}

const common = {
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20.17',
  loader: { '.css': 'text' },
  logLevel: 'warning',
  absWorkingDir: root,
  define: {
    NEC_LOCAL_VERSION: JSON.stringify(version),
    NEC_KIT_VERSION: JSON.stringify(kitVersion),
    NEC_LOCAL_BUILD: JSON.stringify(nameBuild()),
    // Looked at by hucre before it uses `scripts/stored-stream.mjs`; the real ones are slow to load.
    Response: 'Object',
    ReadableStream: 'Object',
  },
  inject: [join(root, 'scripts', 'stored-stream.mjs')],
  // Bundled CommonJS packages ask for Node's own modules with `require`.
  banner: { js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);" },
};

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });

const { metafile } = await build({
  ...common,
  entryPoints: { main: 'src/main.ts' },
  outdir: 'dist',
  splitting: true,
  minify: true,
  metafile: true,
  chunkNames: 'parts/[name]-[hash]',
});
writeFileSync(join(dist, 'THIRD-PARTY-LICENCES.txt'), collectLicences(metafile, root));

const compiler = join(root, 'node_modules', '.cache', 'nec-local', 'compile-kits.mjs');
await build({ ...common, entryPoints: ['scripts/compile-kits.ts'], outfile: compiler, packages: 'external' });
const { compileKits } = await import(pathToFileURL(compiler).href);
compileKits(join(root, 'kits'), join(dist, 'kits'));

writeTerritories(join(dist, 'territories.txt'));
