import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BIN, DIST, plain, ROOT, TODAY } from '../support/shell.ts';
import { workspace } from '../support/workspace.ts';

const MEGABYTE = 1_000_000;

function runIn(cwd: string, command: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8', env: { PATH: process.env['PATH'], HOME: join(cwd, 'maison') } });
  return { exit: status, out: plain(stdout), err: plain(stderr) };
}

/** What `npm pack` makes of the built program, without its `prepare`. */
function pack(): { readonly file: string; readonly paths: readonly string[] } {
  const copy = workspace();
  for (const name of ['bin', 'dist', 'package.json', 'README.md', 'LICENSE.txt', 'CHANGELOG.md', 'docs']) {
    if (existsSync(join(ROOT, name))) cpSync(join(ROOT, name), join(copy, name), { recursive: true });
  }
  const { exit, out, err } = runIn(copy, 'npm', 'pack', '--json', '--ignore-scripts', '--silent');
  expect(exit, err).toBe(0);
  const [{ filename, files }] = JSON.parse(out) as [{ filename: string; files: { path: string }[] }];
  return { file: join(copy, filename), paths: files.map(({ path }) => path) };
}

describe('installed alone', () => {
  it('weighs little, brings nothing that is not needed, and works from an empty folder', () => {
    const { file, paths } = pack();
    expect(statSync(file).size).toBeLessThan(2 * MEGABYTE);
    expect(paths.filter((path) => /(^|\/)(src|test|scripts|node_modules)\//.test(path))).toEqual([]);
    expect(paths).toEqual(expect.arrayContaining(['dist/THIRD-PARTY-LICENCES.txt', 'docs/kit.md']));

    const place = workspace();
    writeFileSync(join(place, 'package.json'), '{ "private": true }\n');
    const installed = runIn(place, 'npm', 'install', '--offline', '--no-audit', '--no-fund', '--silent', file);
    expect(installed.exit, installed.err).toBe(0);
    const packages = readdirSync(join(place, 'node_modules')).filter((name) => !name.startsWith('.'));
    expect(packages).toContain('nec-local');
    expect(packages.length - 1).toBeLessThanOrEqual(3);

    const made = runIn(place, 'npx', '--no-install', 'nec-local', 'init', 'x', '--profil', 'creuse', '--yes', '--today', TODAY);
    expect(made.exit, made.err).toBe(0);
    expect(made.out).toContain('Votre dossier est prêt');
    expect(existsSync(join(place, 'x', 'LISEZ-MOI.html'))).toBe(true);
  });

  it('has no install script and no dependency to fetch', () => {
    const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Readonly<Record<string, Readonly<Record<string, string>> | undefined>>;
    expect(Object.keys(manifest['dependencies'] ?? {}).length).toBeLessThanOrEqual(3);
    for (const script of ['preinstall', 'install', 'postinstall']) expect(manifest['scripts']?.[script]).toBeUndefined();
  });
});

describe('bin', () => {
  it('not built yet: says in French what to type', () => {
    const place = workspace();
    cpSync(BIN, join(place, 'bin', 'nec-local.js'));
    writeFileSync(join(place, 'package.json'), '{ "type": "module" }\n');
    const { exit, out, err } = runIn(place, process.execPath, 'bin/nec-local.js', '--version');
    expect({ exit, out }).toEqual({ exit: 1, out: '' });
    expect(err).toMatch(/^nec-local n’est pas encore construit\. Dans le dossier du projet, tapez : npm install\n/);
    expect(err).not.toMatch(/^ +at /m);
  });

  it('on a Node that is too old: says which one is needed', () => {
    const place = workspace();
    for (const version of ['18.20.4', '20.16.0', '9.0.0']) {
      writeFileSync(join(place, 'vieux.cjs'), `Object.defineProperty(process, 'versions', { value: { node: '${version}' } });\n`);
      const { exit, err } = runIn(place, process.execPath, '--require', join(place, 'vieux.cjs'), BIN, '--version');
      expect(exit).toBe(1);
      expect(err).toContain(`nec-local a besoin de Node.js 20.17 ou plus récent. Version installée : ${version}.`);
    }
  });

  it('the version and the help load nothing of the kits, the list or the prompts', () => {
    const place = workspace();
    cpSync(BIN, join(place, 'bin', 'nec-local.js'));
    writeFileSync(join(place, 'package.json'), '{ "type": "module" }\n');
    cpSync(DIST, join(place, 'dist'), { recursive: true, filter: (path) => !/\/kits$|territories\.txt$/.test(path) });
    for (const flag of ['--version', '--help']) expect(runIn(place, process.execPath, 'bin/nec-local.js', flag)).toMatchObject({ exit: 0, err: '' });
  });

  it('a reader that leaves early is no failure', () => {
    const { exit, err } = runIn(workspace(), 'bash', '-o', 'pipefail', '-c', `'${process.execPath}' '${BIN}' help init | head -1; exit \${PIPESTATUS[0]}`);
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
  });
});
