import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { blockText, parseBlocks } from '../../src/documents/text/blocks.ts';
import { toDocx } from '../../src/documents/text/docx.ts';
import { PARAGRAPH_LOOKS } from '../../src/shared/docx/kinds.ts';
import type { Block } from '../../src/model.ts';
import { markValue } from '../../src/shared/values.ts';
import { describeWith } from './programs.ts';

const hostile = [
  ']]>', '&amp; <w:p>', '🎉', 'שלום', 'é'.repeat(5000), '\u0000\u0007a\u001f', '1\u202f234\u00a0€',
].map(markValue);
const blocks = parseBlocks([
  '# Note de cadrage', 'Le **12 mars** à [Guéret](https://a.fr/?a=1&b=2).', '## Objectifs', ...hostile, '### Détail',
  '1. Premier\n2. Second\n   - Dedans', '- [ ] Cocher', '> Citation',
  ':::info\nBon à lire.\n\nSuite.\n:::', ':::warning\nUrgent.\n:::',
  '| Rôle | Personne |\n| --- | --- |\n| Budget | Finances |', '---', 'Fin.',
].join('\n\n'));
const good = toDocx({ blocks }, { title: 'Note', footer: 'NEC Creuse 2027' });

const truncated = good.slice(0, Math.floor(good.length / 2));
const unzipped = unzipSync(good);
const xml = strFromU8(unzipped['word/document.xml'] ?? new Uint8Array());
const unclosed = zipSync({ ...unzipped, 'word/document.xml': strToU8(xml.replace('</w:body>', '')) });

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nec-docx-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function save(bytes: Uint8Array): string {
  const path = join(folder, 'note.docx');
  writeFileSync(path, bytes);
  return path;
}

function convert(format: string, path: string): void {
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  spawnSync('soffice', [profile, '--headless', '--convert-to', format, '--outdir', folder, path]);
}

const READ = `
import docx, json, sys
doc = docx.Document(sys.argv[1])
cells = [[cell.paragraphs[0] for cell in row.cells] for table in doc.tables for row in table.rows]
print(json.dumps({
  'title': doc.core_properties.title, 'language': doc.core_properties.language,
  'paragraphs': [[p.style.style_id, p.text] for p in doc.paragraphs if p.style.style_id != 'AfterTable'],
  'rows': [[row[0].style.style_id, [p.text for p in row]] for row in cells],
}))`;

describeWith('python-docx', 'a Word file', () => {
  const read = (bytes: Uint8Array) => spawnSync('/usr/bin/python3', ['-c', READ, save(bytes)], { encoding: 'utf8' });

  it('opens with the words and styles of its blocks', () => {
    const run = read(good);
    expect(run.stderr).toBe('');
    const isRow = ({ kind }: Block): boolean => kind === 'row' || kind === 'header-row';
    const styleOf = ({ kind }: Block): string => PARAGRAPH_LOOKS[kind].style;
    expect(JSON.parse(run.stdout)).toEqual({
      title: 'Note', language: 'fr-FR',
      paragraphs: blocks.filter((block) => !isRow(block)).map((block) => [styleOf(block), blockText(block)]),
      rows: blocks.filter(isRow).map((block) => [styleOf(block), blockText(block).split('\t')]),
    });
  });

  it('is refused when truncated or not well formed', () => {
    expect(read(truncated).status).not.toBe(0);
    expect(read(unclosed).status).not.toBe(0);
  });
});

describeWith('soffice', 'a Word file', () => {
  function toText(bytes: Uint8Array): string | undefined {
    const output = join(folder, 'note.txt');
    rmSync(output, { force: true });
    convert('txt:Text (encoded):UTF8', save(bytes));
    try {
      return readFileSync(output, 'utf8');
    } catch {
      return undefined;
    }
  }

  it('shows every word, the words of the boxes and the numbers of the lists', () => {
    const text = toText(good) ?? '';
    for (const block of blocks) {
      for (const words of blockText(block).split('\t')) expect(text).toContain(words);
    }
    for (const words of ['À savoir\u00a0: Bon à lire.', 'Attention\u00a0: Urgent.', '1. Premier', '2. Second']) {
      expect(text).toContain(words);
    }
    expect(text).not.toContain('À savoir\u00a0: Suite.');
  });

  it('is refused when truncated or not well formed', () => {
    for (const bytes of [truncated, unclosed]) expect(toText(bytes) ?? '').not.toContain('Fin.');
  });
});

describeWith('pdftotext', 'a Word file printed by LibreOffice', () => {
  it('says on which page one is, on A4, and draws boxes to tick', () => {
    const path = save(good);
    convert('pdf', path);
    const pdf = path.replace('.docx', '.pdf');
    const text = spawnSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }).stdout;
    expect(text).toMatch(/NEC Creuse 2027\s+Page 1 \/ [2-9]/);
    expect(text).toMatch(/☐\s+Cocher/);
    expect(spawnSync('pdfinfo', [pdf], { encoding: 'utf8' }).stdout).toContain('(A4)');
  });
});
