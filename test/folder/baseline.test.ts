import { createHash } from 'node:crypto';
import { unzipSync, strFromU8, strToU8, zipSync } from 'fflate';
import Handlebars from 'handlebars';
import { beforeAll, describe, expect, it } from 'vitest';
import { compileTemplates } from '../../src/documents/render-text.ts';
import { renderDocuments } from '../support/render-documents.ts';
import { blockText } from '../../src/documents/text/blocks.ts';
import { describeDocument, encodeBaseline, rememberAnswers, type BaselineManifest } from '../../src/folder/baseline.ts';
import { decodeBaseline } from '../../src/folder/decode-baseline.ts';
import { NOTHING_DONE } from '../../src/shared/nothing-done.ts';
import { necKit, plans } from '../documents/plans.ts';
import { memoryDisk } from '../support/memory-disk.ts';
import { runIn } from '../support/shell.ts';

/** The baseline that a whole run leaves, and the folder it speaks of. */
describe.each([[], ['--set', 'textes=markdown']])('the baseline %j', (...more) => {
  let tree: Readonly<Record<string, string>>;
  let archive: Readonly<Record<string, Uint8Array>>;
  let manifest: BaselineManifest;

  beforeAll(async () => {
    const disk = memoryDisk();
    expect((await runIn({ disk }, 'init', 'x', '--profil', 'creuse', '--yes', ...more)).exit).toBe(0);
    tree = disk.tree();
    archive = unzipSync(Buffer.from(tree['x/.nec-local/baseline.zip'] ?? '', 'latin1'));
    manifest = JSON.parse(strFromU8(archive['manifest.json'] ?? new Uint8Array())) as BaselineManifest;
  });

  it('says by which tool and kit, and on what day', () => {
    expect(manifest).toMatchObject({ format: 1, today: '2026-11-23', kit: expect.stringMatching(/^nec@[\d.]+\+[0-9a-f]{8}$/) });
    expect(tree['x/nec-local.yaml']).toContain(`kit: ${manifest.kit}\n`);
  });

  it('holds the bytes of the answers and copies, the hash of every document of the folder, and nothing else', () => {
    const documents = Object.keys(tree).filter((path) => !path.endsWith('/') && !path.startsWith('x/.nec-local/'));
    expect(manifest.files[0]).toMatchObject({ path: 'nec-local.yaml', kind: 'answers' });
    expect(manifest.files.map(({ path }) => `x/${path}`).toSorted()).toEqual(documents.toSorted());
    const kept = manifest.files.filter(({ kind }) => kind === 'answers' || kind === 'copy');
    expect(Object.keys(archive)).toEqual(['manifest.json', ...kept.map(({ path }) => `files/${path}`)]);
    for (const { path, sha256 } of manifest.files) {
      const written = tree[`x/${path}`] ?? '';
      const bytes = [Buffer.from(written, 'latin1'), Buffer.from(written, 'utf8')];
      expect(bytes.map((one) => createHash('sha256').update(one).digest('hex')), path).toContain(sha256);
    }
    for (const { path } of kept) expect(strFromU8(archive[`files/${path}`] ?? new Uint8Array()), path).toBe(tree[`x/${path}`]);
  });

  it('describes texts by blocks with ids of their own, tables by rows with ids of their own', () => {
    for (const file of manifest.files) {
      if (file.kind === 'text') {
        const ids = file.blocks.map(({ id }) => id);
        expect(new Set(ids).size, file.path).toBe(ids.length);
        expect(ids.length).toBeGreaterThan(3);
      }
      if (file.kind === 'table') {
        for (const { rows, name } of file.sheets) {
          const ids = rows.flatMap(({ id }) => id ?? []);
          expect(new Set(ids).size, `${file.path} ${name}`).toBe(ids.length);
        }
      }
    }
    expect(manifest.files.filter(({ kind }) => kind === 'text').length).toBeGreaterThan(3);
    expect(manifest.files.filter(({ kind }) => kind === 'table').length).toBeGreaterThan(1);
  });

  it('every value that we put into a text is in its words', () => {
    for (const file of manifest.files) {
      if (file.kind !== 'text') continue;
      for (const block of file.blocks) {
        for (const value of block.values) expect(blockText(block), `${file.path} ${block.id}`).toContain(value);
      }
    }
  });
});

/** What a merge needs to know of our own words: everything that was rendered, read back as it was. */
describe('the manifest', () => {
  const documents = renderDocuments(plans['Creuse, plusieurs sites'], compileTemplates(necKit.templates, Handlebars), NOTHING_DONE);
  const bytes = strToU8('x');
  const furniture = { title: 'Titre', footer: 'Pied' };
  const archive = encodeBaseline({ format: 1, tool: '1.0.0', kit: 'nec@1+0', today: '2026-11-23' }, [
    rememberAnswers(bytes),
    ...documents.map((document) => ({ file: describeDocument(document, furniture, bytes), bytes })),
  ]);
  const decoded = decodeBaseline(archive);
  if (decoded === undefined || decoded === 'newer') throw new Error('Unreadable');
  const { files } = decoded;

  it.each(documents.map((document, index) => [document.path, document, files[index + 1]] as const))('%s', (_, document, file) => {
    expect(file).toMatchObject({ path: document.path, kind: document.kind, document: document.spec.id });
    if (document.kind === 'text') expect(file).toHaveProperty('blocks', document.blocks);
    if (document.kind === 'table') expect(file).toHaveProperty('sheets', document.sheets);
    expect(decoded.bytesOf(document.path)).toEqual(document.kind === 'copy' ? bytes : undefined);
  });

  it('keeps the looks of runs, spare rows, prefaces, titles and owners of columns', () => {
    const text = JSON.stringify(files);
    for (const kept of ['"strong":true', '"role":"spare"', '"preface":["', '"title":"Votre échéance"', '"owner":"person"', '"depth":0']) {
      expect(text).toContain(kept);
    }
  });
});

describe('reading it back', () => {
  const head = { format: 1, tool: '1.0.0', kit: 'nec@1+0', today: '2026-11-23', files: [] };
  const file = { path: 'a.html', kind: 'copy', document: 'a', sha256: '' };
  const piece = { place: 'x', mine: '', next: '', base: '' };
  const conflict = { beside: 'a.nouveau.html', why: 'both-changed', pieces: [piece] };
  const block = { id: 'b', kind: 'paragraph', cells: [[{ text: 'x', strong: true }]], values: ['x'], depth: 0 };
  const text = { ...file, kind: 'text', blocks: [block] };
  const column = { key: 'k', title: 'K', width: 10, format: 'choice', owner: 'kit', choices: ['x'], label: true, overflow: 'o' };
  const row = { id: null, role: 'spare', cells: { k: 'x', l: 1, m: null, n: { formula: '1+1', value: 2 } } };
  const sheet = { name: 's', preface: ['x'], columns: [column], rows: [row], landscape: true };
  const table = { ...file, kind: 'table', sheets: [sheet] };
  const entry = (...component: readonly unknown[]): string => JSON.stringify(component);
  const property = ['uid', {}, 'text', 'u'];
  const item = { uid: 'u', sequence: 0, revisedOn: '2026-11-23', content: entry('vevent', [property, ['x', {}, 'integer', 1]], []) };
  const calendar = { ...file, kind: 'calendar', name: 'c', items: [item] };
  const answers = { path: 'nec-local.yaml', kind: 'answers', sha256: '' };
  const zip = (manifest: unknown) => decodeBaseline(zipSync({ 'manifest.json': strToU8(typeof manifest === 'string' ? manifest : JSON.stringify(manifest)) }));

  const full = [answers, { ...file, title: 't', footer: 'f', conflict, told: 't', declined: 'd', gone: true, later: { x: 1 } }, text, table, calendar];

  it('takes what it knows, and what a later version adds to a file', () => expect(zip({ ...head, files: full })).toMatchObject({ files: full }));

  it('says that a later version wrote it', () => expect(zip({ ...head, format: 2 })).toBe('newer'));

  it.each([
    ['no zip', () => decodeBaseline(strToU8('not a zip'))],
    ['no manifest', () => decodeBaseline(zipSync({ x: strToU8('') }))],
    ['no JSON', () => zip('{')],
    ['nothing', () => zip('null')],
    ['no files', () => zip({ ...head, files: undefined })],
    ['no format', () => zip({ ...head, format: undefined })],
    ...[
      '../a', '/a', 'a/../b', 'C:\\a', '\\\\srv\\a', '.', '', 'a//b', 'a\u0000', 3, null,
      '.git/config', 'a/.b', '.nec-local/kit.zip', 'a.html:x', 'a.', 'a /b', 'a\u009fb', 'nec-local.yaml', 'NEC-LOCAL.yaml',
    ].flatMap((path) => [
      [`P06: the path ${JSON.stringify(path)}`, () => zip({ ...head, files: [{ ...file, path }] })] as const,
      [`P06: the path beside ${JSON.stringify(path)}`, () => zip({ ...head, files: [{ ...file, conflict: { ...conflict, beside: path } }] })] as const,
    ]),
    ['P06: answers elsewhere', () => zip({ ...head, files: [{ ...answers, path: 'a.yaml' }] })],
  ] as const)('refuses %s', (_, read) => expect(read()).toBeUndefined());

  it.each<[what: string, file: unknown]>([
    ['nothing', null],
    ['a list', []],
    ['no kind', { ...file, kind: undefined }],
    ['another kind', { ...file, kind: 'constructor' }],
    ['no hash', { ...file, sha256: 7 }],
    ['answers without hash', { ...answers, sha256: undefined }],
    ['a document without id', { ...file, document: 7 }],
    ...['title', 'footer', 'told', 'declined', 'gone'].map((key): [string, unknown] => [`${key} that is a number`, { ...file, [key]: 7 }]),
    ['a conflict that is none', { ...file, conflict: 7 }],
    ['a conflict without reason', { ...file, conflict: { ...conflict, why: 'toString' } }],
    ['pieces that are none', { ...file, conflict: { ...conflict, pieces: 7 } }],
    ['a piece without words', { ...file, conflict: { ...conflict, pieces: [{ ...piece, mine: null }] } }],
    ['no blocks', { ...text, blocks: undefined }],
    ...[null, { id: 7 }, { kind: 'x' }, { cells: [{ text: 'x' }] }, { cells: [[{ text: 7 }]] }, { cells: [[{ text: 'x', link: 7 }]] }, { values: [7] }, { depth: -1 }]
      .map((change): [string, unknown] => [`a block with ${JSON.stringify(change)}`, { ...text, blocks: [change && { ...block, ...change }] }]),
    ['no sheets', { ...table, sheets: {} }],
    ...[{ name: 7 }, { preface: [7] }, { columns: 7 }, { columns: [{ ...column, key: 7 }] }, { columns: [{ ...column, owner: 'x' }] }, { rows: [7] },
      { rows: [{ ...row, cells: [] }] }, { rows: [{ ...row, cells: { k: true } }] }, { rows: [{ ...row, cells: { k: { formula: 7, value: 1 } } }] },
      { rows: [{ ...row, role: 'x' }] }, { landscape: 1 }]
      .map((change): [string, unknown] => [`a sheet with ${JSON.stringify(change)}`, { ...table, sheets: [{ ...sheet, ...change }] }]),
    ['no name of a calendar', { ...calendar, name: 7 }],
    ...[{ uid: 7 }, { sequence: 1.5 }, { sequence: '1' }, { revisedOn: '2026-02-31' }, { content: 7 }, { content: 'zz' }, { content: 'null' },
      { content: entry('vcalendar', [], []) }, { content: entry('vevent', 7, []) }, { content: entry('vevent', [7], []) }, { content: entry('vevent', [['uid', {}, 'text', 7]], []) },
      { content: entry('vevent', [['x\nBEGIN', {}, 'text', 'x']], []) }, { content: entry('vevent', [['x', null, 'text', 'x']], []) },
      { content: entry('vevent', [['x', {}, 'period', 'x']], []) }, { content: entry('vevent', [property], [7]) }]
      .map((change): [string, unknown] => [`an entry with ${JSON.stringify(change)}`, { ...calendar, items: [{ ...item, ...change }] }]),
  ])('P06: refuses a file: %s', (_, broken) => expect(zip({ ...head, files: [broken] })).toBeUndefined());

  it('P06: refuses numbers that are too large to be any', () =>
    expect(zip(JSON.stringify({ ...head, files: [table] }).replace('"width":10', '"width":1e999'))).toBeUndefined());

  it('P06: refuses what would fill the memory, however it is cut into files', () => {
    const archive = Buffer.from(zipSync({
      'manifest.json': strToU8(JSON.stringify({ ...head, files: [file] })), 'files/a.html': new Uint8Array(1_000), 'files/b.html': new Uint8Array(1_000),
    }));
    expect(decodeBaseline(archive)).toMatchObject({ files: [file] });
    // The sizes that the directory of the zip announces for both: each alone would do.
    const announced = (name: string): number => archive.lastIndexOf(name) - 46 + 24;
    archive.writeUInt32LE(101_000_000, announced('files/a.html'));
    expect(decodeBaseline(archive)).toMatchObject({ files: [file] });
    archive.writeUInt32LE(101_000_000, announced('files/b.html'));
    expect(decodeBaseline(archive)).toBeUndefined();
  });
});
