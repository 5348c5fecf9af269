import { createHash } from 'node:crypto';
import { unzipSync, strFromU8, strToU8, zipSync } from 'fflate';
import Handlebars from 'handlebars';
import { beforeAll, describe, expect, it } from 'vitest';
import { compileTemplates } from '../../src/documents/render-text.ts';
import { renderDocuments } from '../support/render-documents.ts';
import { blockText } from '../../src/documents/text/blocks.ts';
import { encodeBaseline, partPath, rememberAnswers, rememberDocument, type Baseline, type BaselineManifest } from '../../src/folder/baseline.ts';
import { readCalendarContent, readTableContent, readTextContent } from '../../src/folder/content.ts';
import { decodeBaseline } from '../../src/folder/decode-baseline.ts';
import type { Document } from '../../src/model.ts';
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
    expect(manifest).toMatchObject({ format: 2, today: '2026-11-23', kit: expect.stringMatching(/^nec@[\d.]+\+[0-9a-f]{8}$/) });
    expect(tree['x/nec-local.yaml']).toContain(`kit: ${manifest.kit}\n`);
  });

  it('holds the answers and the content of every document of the folder, each with its hash, and nothing else', () => {
    const documents = Object.keys(tree).filter((path) => !path.endsWith('/') && !path.startsWith('x/.nec-local/'));
    expect(manifest.files[0]).toMatchObject({ path: 'nec-local.yaml', kind: 'answers' });
    expect(manifest.files.map(({ path }) => `x/${path}`).toSorted()).toEqual(documents.toSorted());
    expect(Object.keys(archive)).toEqual(['manifest.json', ...manifest.files.map(partPath)]);
    for (const { path, sha256 } of manifest.files) {
      const written = tree[`x/${path}`] ?? '';
      const bytes = [Buffer.from(written, 'latin1'), Buffer.from(written, 'utf8')];
      expect(bytes.map((one) => createHash('sha256').update(one).digest('hex')), path).toContain(sha256);
    }
    for (const file of manifest.files.filter(({ kind }) => kind === 'answers' || kind === 'copy')) {
      expect(strFromU8(archive[partPath(file)] ?? new Uint8Array()), file.path).toBe(tree[`x/${file.path}`]);
    }
  });

  const contents = <T>(kind: string, read: (part: Uint8Array | undefined) => T | undefined): readonly (readonly [path: string, content: T])[] =>
    manifest.files.filter((file) => file.kind === kind).map((file) => {
      const content = read(archive[partPath(file)]);
      if (content === undefined) throw new Error(file.path);
      return [file.path, content];
    });

  it('describes texts by blocks with ids of their own, tables by rows with ids of their own', () => {
    const [texts, tables] = [contents('text', readTextContent), contents('table', readTableContent)];
    for (const [path, { blocks }] of texts) {
      const ids = blocks.map(({ id }) => id);
      expect(new Set(ids).size, path).toBe(ids.length);
      expect(ids.length).toBeGreaterThan(3);
    }
    for (const [path, { sheets }] of tables) {
      for (const { rows, name } of sheets) {
        const ids = rows.flatMap(({ id }) => id ?? []);
        expect(new Set(ids).size, `${path} ${name}`).toBe(ids.length);
      }
    }
    expect(texts.length).toBeGreaterThan(3);
    expect(tables.length).toBeGreaterThan(1);
  });

  it('every value that we put into a text is in its words', () => {
    for (const [path, { blocks }] of contents('text', readTextContent)) {
      for (const block of blocks) for (const value of block.values) expect(blockText(block), `${path} ${block.id}`).toContain(value);
    }
  });
});

const furniture = { title: 'Titre', footer: 'Pied' };
const documents = await renderDocuments(plans['Creuse, plusieurs sites'], compileTemplates(necKit.templates, Handlebars), NOTHING_DONE);
const remembered = [
  rememberAnswers(strToU8('x')), ...documents.map((document) => rememberDocument(document, { furniture, madeFrom: 'là' }, strToU8('y'))),
];
const HEAD = { tool: '1.0.0', kit: 'nec@1+0', today: '2026-11-23' };

/** A baseline that is whole. */
function whole(zip: Uint8Array): Baseline {
  const decoded = decodeBaseline(zip);
  if (decoded === undefined || decoded === 'newer') throw new Error('Unreadable');
  return decoded;
}

/** What a merge needs to know of our own words: everything that was rendered, read back as it was. */
describe('the contents', () => {
  const decoded = whole(encodeBaseline({ format: 2, ...HEAD }, remembered));

  it.each(documents.map((document, index) => [document.path, document, decoded.files[index + 1]] as const))('%s', (_, document, file) => {
    expect(file).toMatchObject({ path: document.path, kind: document.kind, document: document.spec.id, ...furniture, madeFrom: 'là' });
    const part = file && decoded.partOf(file);
    if (document.kind === 'text') expect(readTextContent(part)).toEqual({ blocks: document.blocks });
    if (document.kind === 'table') expect(readTableContent(part)).toEqual({ sheets: document.sheets });
    if (document.kind === 'calendar') expect(readCalendarContent(part)).toEqual({ name: document.name, items: document.items });
    if (document.kind === 'copy') expect(part && strFromU8(part)).toBe(document.content);
  });

  it('keep the looks of runs, spare rows, prefaces, titles and owners of columns', () => {
    const text = decoded.files.map((file) => strFromU8(decoded.partOf(file) ?? new Uint8Array())).join('');
    for (const kept of ['"strong":true', '"role":"spare"', '"preface":["', '"title":"Votre échéance"', '"owner":"person"', '"depth":0']) {
      expect(text).toContain(kept);
    }
  });

  it('A05 of a folder made by version 0.1.0, where they stood in the list, are the same', () => {
    const contentOf = (document: Document) => (document.kind === 'text' ? { blocks: document.blocks } : document.kind === 'table' ? { sheets: document.sheets }
      : document.kind === 'calendar' ? { name: document.name, items: document.items } : {});
    const files = [
      { path: 'nec-local.yaml', kind: 'answers', sha256: createHash('sha256').update('x').digest('hex') },
      ...documents.map((document) => ({
        path: document.path, sha256: createHash('sha256').update('y').digest('hex'), document: document.spec.id, ...furniture, kind: document.kind, ...contentOf(document),
      })),
    ];
    const copies = documents.flatMap((document) => (document.kind === 'copy' ? [[`files/${document.path}`, strToU8(document.content)] as const] : []));
    const first = whole(zipSync({
      'manifest.json': strToU8(JSON.stringify({ format: 1, ...HEAD, files })), 'files/nec-local.yaml': strToU8('x'), ...Object.fromEntries(copies),
    }));
    const { format, tool, kit, today } = first;
    expect({ format, tool, kit, today }).toEqual({ format: 2, ...HEAD });
    const wholeOf = ({ files: all, partOf }: Baseline) => all.map((file) => ({ ...file, part: Buffer.from(partOf(file) ?? '').toString() }));
    expect(wholeOf(first)).toEqual(wholeOf(decoded).map((file) => ('madeFrom' in file ? { ...file, madeFrom: undefined } : file)));
  });
});

describe('reading it back', () => {
  const head = { format: 2, ...HEAD, files: [] };
  const hash = (part: Uint8Array): string => createHash('sha256').update(part).digest('hex');
  const file = { path: 'a.html', kind: 'copy', document: 'a', sha256: '', content: hash(new Uint8Array()) };
  const piece = { place: 'x', mine: '', next: '', base: '' };
  const conflict = { beside: 'a.nouveau.html', why: 'both-changed', pieces: [piece] };
  const block = { id: 'b', kind: 'paragraph', cells: [[{ text: 'x', strong: true }]], values: ['x'], depth: 0 };
  const text = { blocks: [block] };
  const column = { key: 'k', title: 'K', width: 10, format: 'choice', owner: 'kit', choices: ['x'], label: true, overflow: 'o' };
  const row = { id: null, role: 'spare', cells: { k: 'x', l: 1, m: null, n: { formula: '1+1', value: 2 } } };
  const sheet = { name: 's', preface: ['x'], columns: [column], rows: [row], landscape: true };
  const table = { sheets: [sheet] };
  const entry = (...component: readonly unknown[]): string => JSON.stringify(component);
  const property = ['uid', {}, 'text', 'u'];
  const item = { uid: 'u', sequence: 0, revisedOn: '2026-11-23', content: entry('vevent', [property, ['x', {}, 'integer', 1]], []) };
  const calendar = { name: 'c', items: [item] };
  const answers = { path: 'nec-local.yaml', kind: 'answers', sha256: hash(new Uint8Array()) };
  /** A zip that has an empty part for the answers and for the document `a`. */
  const zip = (manifest: unknown) => decodeBaseline(zipSync({
    'manifest.json': strToU8(typeof manifest === 'string' ? manifest : JSON.stringify(manifest)), 'files/nec-local.yaml': new Uint8Array(), 'documents/a': new Uint8Array(),
  }));

  const full = [answers, { ...file, title: 't', footer: 'f', madeFrom: 'm', conflict, told: 't', declined: 'd', gone: true, later: { x: 1 } }];

  it('takes what it knows, and what a later version adds to a file', () => expect(zip({ ...head, files: full })).toMatchObject({ files: full }));

  it('says that a later version wrote it', () => expect(zip({ ...head, format: 3 })).toBe('newer'));

  it.each([
    ['no zip', () => decodeBaseline(strToU8('not a zip'))],
    ['no manifest', () => decodeBaseline(zipSync({ x: strToU8('') }))],
    ['no JSON', () => zip('{')],
    ['nothing', () => zip('null')],
    ['no files', () => zip({ ...head, files: undefined })],
    ['no format', () => zip({ ...head, format: undefined })],
    ['a part that is missing', () => zip({ ...head, files: [{ ...file, document: 'b' }] })],
    ['a part that is not the one of the list', () => zip({ ...head, files: [{ ...file, content: hash(strToU8('x')) }] })],
    ['answers that are not those of the list', () => zip({ ...head, files: [{ ...answers, sha256: hash(strToU8('x')) }] })],
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
    ['no hash of the content', { ...file, content: undefined }],
    ...['title', 'footer', 'madeFrom', 'told', 'declined', 'gone'].map((key): [string, unknown] => [`${key} that is a number`, { ...file, [key]: 7 }]),
    ['a conflict that is none', { ...file, conflict: 7 }],
    ['a conflict without reason', { ...file, conflict: { ...conflict, why: 'toString' } }],
    ['pieces that are none', { ...file, conflict: { ...conflict, pieces: 7 } }],
    ['a piece without words', { ...file, conflict: { ...conflict, pieces: [{ ...piece, mine: null }] } }],
  ])('P06: refuses a file: %s', (_, broken) => expect(zip({ ...head, files: [broken] })).toBeUndefined());

  const read = (content: unknown, kind: 'text' | 'table' | 'calendar'): unknown =>
    ({ text: readTextContent, table: readTableContent, calendar: readCalendarContent })[kind](strToU8(typeof content === 'string' ? content : JSON.stringify(content)));

  it('takes contents that are whole', () => {
    for (const [kind, content] of [['text', text], ['table', table], ['calendar', calendar]] as const) expect(read(content, kind)).toEqual(content);
  });

  it.each<[what: string, kind: 'text' | 'table' | 'calendar', content: unknown]>([
    ['no JSON', 'text', '{'], ['nothing', 'table', 'null'], ['no part', 'calendar', ''],
    ['no blocks', 'text', {}],
    ...[null, { id: 7 }, { kind: 'x' }, { cells: [{ text: 'x' }] }, { cells: [[{ text: 7 }]] }, { cells: [[{ text: 'x', link: 7 }]] }, { values: [7] }, { depth: -1 }]
      .map((change): [string, 'text', unknown] => [`a block with ${JSON.stringify(change)}`, 'text', { blocks: [change && { ...block, ...change }] }]),
    ['no sheets', 'table', { sheets: {} }],
    ...[{ name: 7 }, { preface: [7] }, { columns: 7 }, { columns: [{ ...column, key: 7 }] }, { columns: [{ ...column, owner: 'x' }] }, { rows: [7] },
      { rows: [{ ...row, cells: [] }] }, { rows: [{ ...row, cells: { k: true } }] }, { rows: [{ ...row, cells: { k: { formula: 7, value: 1 } } }] },
      { rows: [{ ...row, role: 'x' }] }, { landscape: 1 }]
      .map((change): [string, 'table', unknown] => [`a sheet with ${JSON.stringify(change)}`, 'table', { sheets: [{ ...sheet, ...change }] }]),
    ['numbers that are too large to be any', 'table', JSON.stringify(table).replace('"width":10', '"width":1e999')],
    ['no name of a calendar', 'calendar', { ...calendar, name: 7 }],
    ...[{ uid: 7 }, { sequence: 1.5 }, { sequence: '1' }, { revisedOn: '2026-02-31' }, { content: 7 }, { content: 'zz' }, { content: 'null' },
      { content: entry('vcalendar', [], []) }, { content: entry('vevent', 7, []) }, { content: entry('vevent', [7], []) }, { content: entry('vevent', [['uid', {}, 'text', 7]], []) },
      { content: entry('vevent', [['x\nBEGIN', {}, 'text', 'x']], []) }, { content: entry('vevent', [['x', null, 'text', 'x']], []) },
      { content: entry('vevent', [['x', {}, 'period', 'x']], []) }, { content: entry('vevent', [property], [7]) }]
      .map((change): [string, 'calendar', unknown] => [`an entry with ${JSON.stringify(change)}`, 'calendar', { ...calendar, items: [{ ...item, ...change }] }]),
  ])('P06: refuses a content: %s', (_, kind, broken) => expect(read(broken, kind)).toBeUndefined());

  it('P06: refuses what would fill the memory, however it is cut into files', () => {
    const archive = Buffer.from(zipSync({
      'manifest.json': strToU8(JSON.stringify({ ...head, files: [file] })), 'documents/a': new Uint8Array(), 'files/a.html': new Uint8Array(1_000), 'files/b.html': new Uint8Array(1_000),
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
