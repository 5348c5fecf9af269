import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toDocx } from '../../src/documents/text/docx.ts';
import type { Block, FoundBlock, TextEdit } from '../../src/model.ts';
import { patchDocx } from '../../src/office/docx/patch-docx.ts';
import { patchDocxTitle } from '../../src/office/docx/patch-docx-title.ts';
import { readDocx } from '../../src/office/docx/read-docx.ts';
import { asRead, block, someBlocks } from '../support/docx-blocks.ts';
import { inLibreOffice, PICTURE, type Job, type Step } from '../support/docx-office.ts';
import { docxOf, partOf } from '../support/docx-parts.ts';
import { describeWith } from './programs.ts';

const META = { title: 'Note', footer: 'NEC Creuse 2027' };
const NOTE = docxOf([
  '# Note de cadrage', 'Le **12 mars 2027** à [Guéret](https://exemple.fr), sans faute.', 'À supprimer.', '## Objectifs',
  'Rencontrer les partenaires.', '1. Premier\n2. Second\n   - Dedans', '- [ ] Réserver la salle', '> Citation courte',
  ':::info\nBon à lire.\n\nSuite utile.\n:::', 'Entre deux.',
  '| Rôle | Personne |\n| --- | --- |\n| Budget | à compléter |\n| Accueil | à compléter |\n| Presse | à compléter |',
  'Paragraphe suivi.', 'Paragraphe commenté.', 'Paragraphe avec image.', 'Paragraphe annoté en bas.', 'À transformer en titre.',
  '### Détail', 'Fin.',
].join('\n\n'));

const read = (bytes: Uint8Array | undefined): readonly FoundBlock[] => {
  const found = bytes ? readDocx(bytes) : { ok: false as const };
  return found.ok ? found.document.blocks : [];
};
const outline = (bytes: Uint8Array | undefined): readonly string[] => read(bytes)
  .filter(({ kind }) => kind !== 'other').map(({ kind, depth, cells }) => `${kind} ${depth} ${cells.join(' | ')}`);

/** What a person does in LibreOffice before the kit changes. */
const PERSON: readonly Step[] = [
  ['rewrite', 'partenaires', 'partenaires du territoire'], ['bold', 'sans faute'], ['delete', 'À supprimer'],
  ['add_after', 'Citation', 'Mot d’une personne.'], ['rewrite_tracked', 'suivi', 'modifié et suivi'],
  ['comment', 'commenté', 'Vraiment ?'], ['picture', 'avec image', 'PICTURE'], ['footnote', 'annoté', 'Une note.'],
  ['style', 'À transformer', 'Heading 1'], ['add_rows', 'Budget', 1], ['delete_row', 'Presse'], ['contents', 'Objectifs'],
];

/** What then has to change, each place found by its words. */
function kitEdits(found: readonly FoundBlock[]): readonly TextEdit[] {
  const at = (words: string): number => found.findIndex(({ kind, cells }) => kind !== 'other' && cells.some((text) => text.includes(words)));
  const change = (words: string, by: string, inRow = words): TextEdit => {
    const rank = at(inRow);
    const cell = found[rank]?.cells.findIndex((text) => text.includes(words)) ?? 0;
    const from = found[rank]?.cells[cell]?.indexOf(words) ?? 0;
    return { kind: 'words', block: rank, cell, from, to: from + words.length, text: by };
  };
  const put = (words: string, ...blocks: readonly Block[]): readonly TextEdit[] => (
    blocks.map((one) => ({ kind: 'insert', after: at(words), block: one }))
  );
  const link: Block = { ...block('paragraph'), cells: [[{ text: 'Voir ' }, { text: 'le guide', link: 'https://exemple.fr/guide' }]] };
  return [
    change('12 mars 2027', '2 avril 2027'), change('avec image', 'illustré'), change('en bas', 'au bas'),
    change('à compléter', 'le service', 'Budget'), change('Fin.', 'Fin\nde la note.'),
    ...put('Rencontrer', link), ...put('Entre deux', block('number', 'Un à part'), block('number', 'Deux à part')), ...put('Second', block('number', 'Troisième')),
    ...put('Dedans', { ...block('item', 'Dedans aussi'), depth: 1 }), ...put('Réserver', block('check', 'Confirmer')),
    ...put('Suite utile', block('info', 'Encore utile.'), block('warning', 'Attention à ceci.')),
    ...put('Accueil', block('row', 'Technique', 'le prestataire'), block('quote', 'Après le tableau')),
    ...put('Fin.', block('header-row', 'Quoi', 'Quand'), block('row', 'Salle', 'lundi')),
    { kind: 'remove', block: at('Citation courte') }, { kind: 'remove', block: at('Détail') }, { kind: 'remove', block: at('Accueil') },
  ];
}

const KEPT = ['Note de cadrage', 'sans faute.', 'partenaires du territoire', 'Mot d’une personne.', 'modifié et suivi', 'Ligne ajoutée'];
const GONE = ['12 mars', 'À supprimer', 'Citation courte', 'Détail', 'Accueil', 'avec image'];
const NEW = [
  '2 avril 2027', 'illustré', 'au bas', 'le service', 'Voir le guide', 'Troisième', 'Confirmer', 'Encore utile.', 'Technique',
  'Après le tableau', 'de la note.', 'Quoi', 'lundi',
];

/** The file is a zip and its main part does not close: every program has to refuse it. */
const unclosed = (bytes: Uint8Array): Uint8Array => zipSync({
  ...unzipSync(bytes), 'word/document.xml': strToU8(partOf(bytes, 'word/document.xml').replace('</w:body>', '')),
});
const truncated = (bytes: Uint8Array): Uint8Array => bytes.slice(0, bytes.length / 2);

function unchangedParts(before: Uint8Array, after: Uint8Array, changed: readonly string[]): void {
  const [old, now] = [unzipSync(before), unzipSync(after)];
  expect(Object.keys(now)).toEqual(Object.keys(old));
  for (const [name, content] of Object.entries(old)) {
    if (!changed.includes(name)) expect([name, Buffer.from(now[name] ?? []).equals(Buffer.from(content))]).toEqual([name, true]);
  }
}

describeWith('uno', 'a file that LibreOffice saved', () => {
  it.each([['as .docx', undefined], ['through .odt', 'odt']] as const)('reads as we wrote it (%s)', (_, through) => {
    const samples = fc.sample(someBlocks, { numRuns: 24, seed: 7 });
    const saved = inLibreOffice(samples.map((blocks): Job => ({
      bytes: toDocx({ blocks }, META), to: 'docx', ...(through && { through }),
    })));
    saved.forEach((bytes, rank) => {
      const blocks = samples[rank] ?? [];
      const expected = blocks.length === 0 ? [{ kind: 'paragraph', depth: 0, cells: [''] }] : blocks.map(asRead);
      const found = read(bytes).filter(({ kind }) => kind !== 'other');
      expect(found.map(({ kind, depth, cells }) => ({ kind, depth, cells }))).toEqual(expected);
    });
  });

  describe.each([['as .docx', undefined], ['through .odt', 'odt']] as const)('after a person worked in it (%s)', (_, through) => {
    let bytes = new Uint8Array();
    let patched = new Uint8Array();
    let found: readonly FoundBlock[] = [];
    let results: readonly (Uint8Array | undefined)[] = [];
    const words = (rank: number): string => Buffer.from(results[rank] ?? []).toString('utf8');
    beforeAll(() => {
      const [person] = inLibreOffice([{ bytes: NOTE, steps: PERSON, to: 'docx', ...(through && { through }) }]);
      bytes = Uint8Array.from(person ?? []);
      found = read(bytes);
      patched = Uint8Array.from(patchDocx(bytes, kitEdits(found)) ?? []);
      results = inLibreOffice([
        { bytes: patched, to: 'txt' }, { bytes: patched, to: 'pdf' }, { bytes: patched, to: 'docx' },
        { bytes: unclosed(patched), to: 'txt' }, { bytes: truncated(patched), to: 'txt' },
      ]);
    });

    it('says what must not be touched', () => {
      const marks = found.filter(({ locked, pinned, kind }) => (locked || pinned) && kind !== 'other')
        .map(({ cells, locked, fixed }) => [cells[0], locked, fixed]);
      expect(marks).toEqual([
        ['Paragraphe modifié et suivi.', 'tracked-changes', undefined], ['Paragraphe commenté.', 'comment', undefined],
        ['Paragraphe avec image.', undefined, [[21]]], ['Paragraphe annoté en bas.', undefined, [[17]]],
      ]);
      const contents = found.filter(({ kind, locked }) => kind === 'other' && locked).map(({ cells }) => cells[0]);
      expect(contents).toEqual(['Table of Contents', 'Objectifs\t1', 'À transformer en titre.\t1', 'Détail\t1']);
    });

    it('is patched in two parts only, and keeps what the person put there', () => {
      unchangedParts(bytes, patched, ['word/document.xml', 'word/numbering.xml']);
      const count = (part: Uint8Array, name: RegExp): number => (partOf(part, 'word/document.xml').match(name) ?? []).length;
      for (const name of [/<w:commentReference/g, /<w:footnoteReference/g, /<w:drawing>/g, /<w:ins /g, /<w:del /g, /<w:bookmarkStart/g]) {
        expect([name.source, count(patched, name)]).toEqual([name.source, count(bytes, name)]);
        expect(count(bytes, name)).toBeGreaterThan(0);
      }
    });

    it('shows the words of both, in lists that count on', () => {
      for (const shown of [...KEPT, ...NEW]) expect(words(0)).toContain(shown);
      const body = words(0).slice(words(0).lastIndexOf('Rencontrer'));
      for (const hidden of GONE) expect(body).not.toContain(hidden);
      for (const item of ['1. Premier', '2. Second', '3. Troisième', '1. Un à part', '2. Deux à part']) expect(body).toContain(item);
      expect(body.match(/À savoir\u00a0:/g)).toHaveLength(1);
      expect(body).toContain('Attention\u00a0: Attention à ceci.');
      expect(words(1).startsWith('%PDF')).toBe(true);
    });

    it('reads the same when LibreOffice saved it again', () => expect(outline(results[2])).toEqual(outline(patched)));

    it('is refused when it is not whole', () => {
      for (const rank of [3, 4]) expect(words(rank)).not.toContain('Rencontrer');
    });

    it('takes a new title, unless a person changed it', () => {
      const titled = patchDocxTitle(patched, [{ from: 'Note', to: 'Note – 2 avril' }, { from: 'NEC Creuse 2027', to: 'NEC Creuse 2028' }]);
      expect(partOf(titled, 'docProps/core.xml')).toContain('<dc:title>Note – 2 avril</dc:title>');
      expect(partOf(titled, 'word/header1.xml')).toContain('>Note – 2 avril</w:t>');
      expect(partOf(titled, 'word/footer1.xml')).toContain('>NEC Creuse 2028</w:t>');
      expect(patchDocxTitle(patched, [{ from: 'Autre', to: 'x' }])).toBe(patched);
    });
  });
});

/** What a person's script does with python-docx, and what it then reads. */
const PYTHON = `
import docx, json, sys
from docx.shared import Pt
command, path = sys.argv[1:3]
doc = docx.Document(path)
if command == 'edit':
    by = {p.text: p for p in doc.paragraphs}
    by['Rencontrer les partenaires.'].runs[0].text = 'Rencontrer les partenaires du territoire.'
    by['À supprimer.']._p.getparent().remove(by['À supprimer.']._p)
    by['À transformer en titre.'].style = doc.styles['Heading 1']
    by['Citation courte'].insert_paragraph_before('Mot d’une personne.')
    by['Paragraphe avec image.'].add_run().add_picture(sys.argv[3], width=Pt(40))
    by['Paragraphe commenté.'].add_run(' suite').bold = True
    table = doc.tables[0]
    cells = table.add_row().cells
    cells[0].text, cells[1].text = 'Ligne ajoutée', 'deux\\nlignes'
    table._tbl.remove(table.rows[3]._tr)
    doc.sections[0].header.paragraphs[0].text = 'En-tête de la personne'
    doc.save(path)
print(json.dumps({
    'paragraphs': [[p.style.name, p.text] for p in doc.paragraphs if p.style.name != 'Après un tableau'],
    'rows': [[cell.text for cell in row.cells] for table in doc.tables for row in table.rows],
}))`;

describeWith('python-docx', 'a file that a script edited', () => {
  const folder = mkdtempSync(join(tmpdir(), 'nec-docx-edits-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const [path, image] = [join(folder, 'note.docx'), join(folder, 'image.png')];
  writeFileSync(image, PICTURE);
  const python = (command: string, bytes: Uint8Array) => {
    writeFileSync(path, bytes);
    return spawnSync('/usr/bin/python3', ['-c', PYTHON, command, path, image], { encoding: 'utf8' });
  };
  const edited = (): Uint8Array => {
    expect(python('edit', NOTE).stderr).toBe('');
    return readFileSync(path);
  };

  it('opens, after a patch, with the words of both', () => {
    const bytes = edited();
    const patched = patchDocx(bytes, kitEdits(read(bytes))) ?? new Uint8Array();
    unchangedParts(bytes, patched, ['word/document.xml', 'word/numbering.xml']);
    const { stdout, stderr } = python('read', patched);
    expect(stderr).toBe('');
    const { paragraphs, rows } = JSON.parse(stdout) as { paragraphs: readonly [string, string][]; rows: readonly (readonly string[])[] };
    const found = read(patched).filter(({ kind }) => kind !== 'other');
    expect(paragraphs.map(([, text]) => text)).toEqual(found.filter(({ kind }) => !kind.endsWith('row')).map(({ cells }) => cells[0]));
    expect(rows).toEqual(found.filter(({ kind }) => kind.endsWith('row')).map(({ cells }) => cells));
    const all = [...paragraphs.map(([, text]) => text), ...rows.flat()].join('\n');
    for (const shown of NEW) expect(all).toContain(shown);
    for (const hidden of GONE) expect(all).not.toContain(hidden);
    expect(paragraphs.find(([, text]) => text === 'Troisième')?.[0]).toBe('List Number');
  });

  it('keeps the head of the page that a person wrote', () => {
    const titled = patchDocxTitle(edited(), [{ from: 'Note', to: 'Note – 2 avril' }]);
    expect(partOf(titled, 'word/header1.xml')).toContain('En-tête de la personne');
    expect(partOf(titled, 'docProps/core.xml')).toContain('<dc:title>Note – 2 avril</dc:title>');
  });

  it('is refused when it is not whole', () => {
    const bytes = edited();
    for (const broken of [unclosed(bytes), truncated(bytes)]) expect(python('read', broken).status).not.toBe(0);
  });
});
