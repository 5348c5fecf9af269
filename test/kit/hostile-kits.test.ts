import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Handlebars from 'handlebars';
import { afterAll, describe, expect, it } from 'vitest';
import { realDisk } from '../../src/io/disk.ts';
import { readKitFolder } from '../../src/io/read-kit-folder.ts';
import { compileTemplates } from '../../src/documents/render-text.ts';
import { checkTemplates } from '../../src/kit/check-templates.ts';
import { parseKit, type KitSources } from '../../src/kit/parse-kit.ts';
import { loadSources, makeFolder } from '../support/folder.ts';
import { tinyKit, tinySources } from '../support/tiny-kit.ts';

/** Group P of the attacks that generators of files have met: a kit is data from strangers. */
const work = mkdtempSync(join(tmpdir(), 'nec-kit-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

function writeKit(name: string, sources: KitSources): string {
  const root = join(work, name);
  for (const [path, text] of Object.entries(sources)) {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

const codesOf = (changes: KitSources): readonly string[] => {
  const parsed = parseKit(tinySources(changes));
  return parsed.ok ? [] : parsed.problems.map(({ code }) => code);
};

describe('P04, P08: what is read of a folder', () => {
  const secret = join(work, 'secret');
  mkdirSync(secret);
  writeFileSync(join(secret, 'secret.yaml'), 'mot-de-passe: x');

  it('links to files, to folders, in a chain, in a circle or to nothing are not followed', () => {
    const root = writeKit('liens', { 'kit.yaml': 'id: petit', 'templates/note.md': 'x' });
    symlinkSync(join(secret, 'secret.yaml'), join(root, 'tasks.yaml'));
    symlinkSync(secret, join(root, 'profiles'));
    symlinkSync(join(root, 'tasks.yaml'), join(root, 'themes.yaml'));
    symlinkSync(root, join(root, 'templates', 'encore'));
    symlinkSync(join(work, 'nulle-part'), join(root, 'rules.yaml'));
    expect(Object.keys(readKitFolder(realDisk, root) ?? {})).toEqual(['kit.yaml', 'templates/note.md']);
  });

  it('a linked kit.yaml is no kit, nor is a folder of that name, nor an archive', () => {
    const linked = writeKit('lie', { 'autre.yaml': 'id: petit' });
    symlinkSync(join(linked, 'autre.yaml'), join(linked, 'kit.yaml'));
    expect(readKitFolder(realDisk, linked)).toBeUndefined();
    expect(readKitFolder(realDisk, join(writeKit('dossier', { 'kit.yaml/x.md': '' })))).toBeUndefined();
    expect(readKitFolder(realDisk, join(writeKit('archive', { 'kit.zip': 'PK' }), 'kit.zip'))).toBeUndefined();
  });

  it('a parent behind a link is no parent, wherever the link leads', () => {
    const outside = writeKit('dehors', tinySources());
    const root = writeKit('prolonge', { 'kit.yaml': 'id: moi\nname: x\nversion: 1.0.0\nlicence: x\nextends: ./socle\n' });
    symlinkSync(outside, join(root, 'socle'));
    symlinkSync(root, join(root, 'parents'));
    const sources = readKitFolder(realDisk, root) ?? {};
    expect(Object.keys(sources)).toEqual(['kit.yaml']);
    const parsed = parseKit(sources);
    expect(parsed.ok || parsed.problems.map(({ code }) => code)).toEqual(['kit-not-found']);
  });

  it('only YAML and Markdown are read, not too deep', () => {
    const deep = Array<string>(12).fill('a').join('/');
    const root = writeKit('melange', {
      'kit.yaml': 'id: petit', 'kit.js': 'throw 1', 'index.mjs': 'throw 1', '.env': 'X=1', 'package.json': '{}',
      [`${deep}/x.md`]: 'x', 'a/b/x.md': 'x',
    });
    expect(Object.keys(readKitFolder(realDisk, root) ?? {})).toEqual(['a/b/x.md', 'kit.yaml']);
  });

  it('Windows line ends change nothing', () => {
    const crlf = Object.fromEntries(Object.entries(tinySources()).map(([path, text]) => [path, text.replaceAll('\n', '\r\n')]));
    expect(readKitFolder(realDisk, writeKit('windows', crlf))).toEqual(tinySources());
  });
});

describe('P09: YAML that attacks its reader', () => {
  it('2 MB are refused unread, at once', () => {
    const start = performance.now();
    const text = `sources:\n${'  - { id: S1, title: Un compte rendu }\n'.repeat(52_000)}`;
    expect(codesOf({ 'sources.yaml': text })).toEqual(['yaml-too-large']);
    expect(performance.now() - start).toBeLessThan(1_000);
  });

  it.each([
    ['lists', '['.repeat(5_000) + ']'.repeat(5_000)],
    ['lists that do not end', '['.repeat(5_000)],
    ['maps', '{a: '.repeat(5_000) + '}'.repeat(5_000)],
    ['lines', Array.from({ length: 1_000 }, (_, depth) => `${' '.repeat(depth)}a:\n`).join('')],
    ['dashes', `${'- '.repeat(5_000)}a`],
    ['questions', `${'? '.repeat(5_000)}a`],
    ['hundred lists', '['.repeat(100) + ']'.repeat(100)],
  ])('5 000 levels: %s', (_, text) => {
    const [code, ...others] = codesOf({ 'sources.yaml': text });
    expect(['yaml-too-large', 'yaml-syntax']).toContain(code);
    expect(others.length).toBeLessThan(10);
  });

  it('an alias bomb is refused without being opened', () => {
    const lines = Array.from({ length: 60 }, (_, i) => `l${i}: &l${i} [${Array(10).fill(i === 0 ? 'x' : `*l${i - 1}`).join(', ')}]`);
    const start = performance.now();
    expect(new Set(codesOf({ 'sources.yaml': lines.join('\n') }))).toEqual(new Set(['yaml-syntax']));
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  it.each([
    '__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '<<',
  ])('the key %s is a key like another: unknown', (key) => {
    expect(codesOf({ 'sources.yaml': `${key}: { pollue: oui }\nsources:\n  - { id: S1, title: x }\n` })).toEqual(['unknown-key']);
    expect(codesOf({ 'sources.yaml': `sources:\n  - { id: S1, title: x, ${key}: { pollue: oui } }\n` })).toEqual(['unknown-key']);
    expect(codesOf({ 'kit.yaml': `${key}: x\n` })).toContain('unknown-key');
  });

  it('answers of a profile cannot reach the prototype of objects', () => {
    const answers = '  __proto__: { pollue: oui }\n  partenaires: [ { __proto__: { pollue: oui } } ]\n';
    const kit = tinyKit({ 'profiles/creuse.yaml': `title: x\nanswers:\n${answers}` });
    expect(kit.profiles).toHaveLength(1);
    expect('pollue' in {}).toBe(false);
    expect(Object.getPrototypeOf(kit.profiles[0]?.answers)).toBe(Object.prototype);
  });

  it.each(['__proto__', 'constructor', 'toString'])('ids called %s stay plain words', (name) => {
    const sources = tinySources()['tasks.yaml'] ?? '';
    expect(codesOf({ 'tasks.yaml': sources.replace('role: equipe', `role: ${name}`) })).toEqual(['unknown-reference']);
    expect(codesOf({ 'tasks.yaml': sources.replace('document: note', `document: ${name}`) })).toEqual(['unknown-reference']);
  });
});

describe('P10, P11: no code runs, and no key asks for it', () => {
  const tags = [
    '!!js/function "function () { globalThis.attaque = 1 }"', '!!js/eval "globalThis.attaque = 1"',
    '!ruby/object:Gem {}', '!!python/object/apply:os.system ["true"]',
  ];

  it('the key extends is unknown everywhere but in kit.yaml', () => {
    for (const [path, text] of Object.entries(tinySources())) {
      if (path.endsWith('.yaml') && path !== 'kit.yaml') expect(codesOf({ [path]: `${text}extends: ./socle\n` })).toEqual(['unknown-key']);
    }
  });

  it.each(tags)('%s', (value) => {
    expect(codesOf({ 'kit.yaml': `id: ${value}\nname: x\nversion: 1.0.0\nlicence: x\n` })).toContain('yaml-syntax');
    expect('attaque' in globalThis).toBe(false);
  });

  it.each([
    'script', 'exec', 'hook', 'hooks', 'run', 'include', 'import', 'plugins', 'js',
  ])('the key %s is unknown everywhere', (key) => {
    for (const [path, text] of Object.entries(tinySources())) {
      if (path.endsWith('.yaml')) expect(codesOf({ [path]: `${text}${key}: ./attaque.js\n` })).toEqual(['unknown-key']);
    }
  });

  it.each([
    '{{#each listes.publics}}[#p-{{id}}] {{constructor.constructor}}{{/each}}',
    '{{evenement.constructor}}', '{{evenement.nom.constructor}}', '{{this.constructor}}', '{{[constructor]}}',
    '{{evenement.[__proto__]}}', '{{@root}}', '{{@root.constructor}}', '{{@../index}}',
    '{{evenement/constructor}}', '{{#if constructor}}x{{/if}}', '{{#has constructor "x"}}x{{/has}}', '{{#with this}}x{{/with}}',
    '{{blockHelperMissing}}', '{{__defineGetter__ "x" "y"}}', '{{{{raw}}}}x{{{{/raw}}}}',
  ])('a template with %s is refused', (template) => {
    const problems = checkTemplates(tinyKit({ 'templates/note.md': `# Titre\n\n${template}\n` }), Handlebars.parse);
    expect(problems.length).toBeGreaterThan(0);
  });

  it.each(['constructor', 'toString', '__proto__', 'inconnu'])('a rule that says {%s} prints it as it stands', async (name) => {
    const rules = (tinySources()['rules.yaml'] ?? '').replace('La charte attend', `La charte {${name}} attend`);
    const { plan } = await makeFolder(loadSources(tinySources({ 'rules.yaml': rules })), { collectivite: 'departement:23' }, '2026-11-23');
    expect(plan.alerts.map(({ message }) => message)).toEqual([`La charte {${name}} attend une réponse.`]);
  });

  it('even unchecked, a template reaches no prototype', () => {
    const { note } = compileTemplates({ note: '{{#if evenement.constructor}}oui{{else}}non{{/if}}' }, Handlebars);
    const view = { evenement: { nom: 'x' } } as unknown as Parameters<NonNullable<typeof note>>[0];
    const run = (): string | undefined => note?.(view, { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false });
    let said: string | undefined;
    try { said = run(); } catch { said = 'refusé'; }
    expect(said).not.toBe('oui');
  });
});

describe('paths that a kit gives', () => {
  it.each([
    ['P01 above', '../x'], ['P01 above, in the middle', '1-cadrage/../../x'], ['P01 from the root', '/etc/x'], ['P01 a drive', 'C:/x'],
    ['P01 a share', '//srv/x'], ['P01 backslashes', '..\\\\x'], ['P01 percent signs', '%2e%2e/x'], ['P03 empty', ''], ['P03 a point', '.'],
  ])('%s: %j is refused before anything is written', (_, path) => {
    const documents = tinySources()['documents.yaml'] ?? '';
    expect(codesOf({ 'documents.yaml': documents.replace('path: 1-cadrage/note,', `path: "${path}",`) })).toContain('bad-path');
  });

  it('P05 a folder above is no kit', () => {
    expect(readKitFolder(realDisk, join(writeKit('sous', { 'x/kit.yaml': 'id: petit' }), 'x', '..'))).toBeUndefined();
  });
});
