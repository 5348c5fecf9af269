import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { memoryDisk } from '../support/memory-disk.ts';
import { lintCalendar } from '../support/ics-lint.ts';
import { runIn } from '../support/shell.ts';

const HOSTILE: Readonly<Record<string, string>> = {
  'a path up': '../../../etc/passwd',
  'an absolute path': '/etc/passwd',
  'a Windows path': 'C:\\Windows\\CON',
  'a line end': 'un\nEND:VEVENT\r\nBEGIN:VEVENT',
  'line separators': 'un\u2028deux\u2029trois\u0085quatre',
  'colours': '\u001b[31mrouge\u001b[0m \u009b31m',
  'a window title': '\u001b]0;pris\u0007 et \u001b]8;;https://example.org\u001b\\ici',
  'a bell and a null': 'a\u0000b\u0007c\u007f',
  'right to left': '\u202egnp.exe \u2066x\u2069 شكرا',
  'emoji': '👩‍👩‍👧 🇫🇷 fête',
  'half an emoji': 'x\ud83d y',
  'combining': 'é'.normalize('NFD').repeat(20),
  '300 characters': 'Ça '.repeat(100),
  '10 000 characters': 'x'.repeat(10_000),
  'a formula': '=cmd|\' /C calc\'!A0',
  'other formulas': '@SUM(A1) +1 -1',
  'a calendar': 'x;y,z\\END:VEVENT',
  'a script': '</script><script>alert(1)</script><img src=x onerror=alert(1)>',
  'an attribute': '" onmouseover="alert(1)" x=\'',
  'a template': '{{constructor}} {{{body}}} {{#each x}} {{> x}}',
  'Markdown': '# titre\n[lien](javascript:alert(1)) <b>gras</b> | --- | **x** `y`',
  'YAML': '&a *b !!js/function : # - [ {',
  'XML': ']]><w:p/>&lt;&#x1b;&bogus;',
  'only spaces': ' \t\u00a0 ',
  'only an accent': '\u0301',
};

const REFUSED = ['300 characters', '10 000 characters', 'only spaces'];

const quoted = (text: string): string => `"${JSON.stringify(text).slice(1, -1)}"`;
/** Where free text can stand; `sites` only when there are several places. */
const yamlOf = (text: string): string => [
  "collectivite: 'departement:23'", 'date: 2027-10-14', 'forme: multi-sites',
  ...['nom', 'accroche', 'lieu', 'structure'].map((id) => `${id}: ${quoted(text)}`),
  `partenaires: [ { nom: ${quoted(text)}, type: hub } ]`,
  `sites: [ { nom: ${quoted(text)} }, { nom: deux } ]`,
  `themes: [ ${quoted(text)} ]`,
  `responsables: { chef-de-projet: ${quoted(text)} }`,
  '',
].join('\n');

const RAW = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

async function make(text: string, ...more: readonly string[]) {
  const disk = memoryDisk({ 'r.yaml': yamlOf(text) });
  const ran = await runIn({ disk, terminal: true, env: { NO_COLOR: '1' } }, 'init', 'x', '--yes', '--answers', 'r.yaml', ...more);
  const { 'r.yaml': _, ...tree } = disk.tree();
  return { ...ran, tree };
}

/** Elements of a page, as « p: 12 ». Words never change how many there are. */
function elements(html: string): Readonly<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const [, name = ''] of html.replace(/<!--[^]*?-->/g, '').matchAll(/<([a-z][a-z0-9]*)[\s>]/gi)) found[name] = (found[name] ?? 0) + 1;
  return found;
}

describe.each([[], ['--set', 'textes=markdown']])('%j', (...more) => {
  it.each(Object.entries(HOSTILE))('P02, P14, P15: %s is kept as words, or refused', async (_, text) => {
    const { exit, out, err, tree } = await make(text, ...more);
    expect([0, 65]).toContain(exit);
    expect(out).not.toMatch(RAW);
    expect(err).not.toMatch(RAW);
    if (exit === 65) {
      expect(tree).toEqual({});
      expect(err).toMatch(/^r\.yaml:\d+:\d+ : (nom|accroche|lieu|structure|partenaires|sites|themes|responsables)/);
      return;
    }
    const harmless = await make('Des mots simples', ...more);
    expect(harmless.exit).toBe(0);
    expect(Object.keys(tree)).toEqual(Object.keys(harmless.tree));
    for (const [path, content] of Object.entries(tree)) {
      if (path.endsWith('.html')) expect(elements(content), path).toEqual(elements(harmless.tree[path] ?? ''));
      if (path.endsWith('.ics')) expect(lintCalendar(content), path).toEqual([]);
      if (/\.(html|md|ics|yaml)$/.test(path)) expect(content.replace(/\r\n/g, '\n'), path).not.toMatch(RAW);
      if (/\.(xlsx|docx)$/.test(path)) inspectOffice(path, content, harmless.tree[path] ?? '');
    }
  });
});

const parts = (content: string): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(unzipSync(Buffer.from(content, 'latin1'))).map(([name, bytes]) => [name, strFromU8(bytes)]));

/** The same parts, the same formulas, and XML that says nothing but characters that XML allows. */
function inspectOffice(path: string, content: string, harmless: string): void {
  const found = parts(content);
  const expected = parts(harmless);
  const formulas = (xml: string): readonly string[] => [...xml.matchAll(/<f[ >].*?<\/f>/g)].map(([formula]) => formula);
  expect(Object.keys(found), path).toEqual(Object.keys(expected));
  for (const [name, xml] of Object.entries(found).filter(([part]) => part.endsWith('.xml'))) {
    expect(formulas(xml), `${path} ${name}`).toEqual(formulas(expected[name] ?? ''));
    expect(xml, `${path} ${name}`).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
    expect(xml, `${path} ${name}`).not.toMatch(/&(?!(amp|lt|gt|quot|apos|#\d+|#x[0-9a-f]+);)/i);
    expect(xml.match(/<script|<img|<b>/gi), `${path} ${name}`).toBeNull();
  }
}

it('most of them are ordinary words for the program: only what is empty or too long is refused', async () => {
  const refused: string[] = [];
  for (const [what, text] of Object.entries(HOSTILE)) if ((await make(text)).exit !== 0) refused.push(what);
  expect(refused).toEqual(REFUSED);
});

describe('hostile words elsewhere than in answers', () => {
  const nasty = '\u001b]0;pris\u0007\u009b31m\u202e';

  it.each<[what: string, argv: readonly string[]]>([
    ['the folder', ['init', `x${nasty}`, '--profil', 'creuse', '--yes']],
    ['the folder, refused', ['init', `plein${nasty}`, '--profil', 'creuse', '--yes']],
    ['a flag', ['init', `--${nasty}`]],
    ['a command', [nasty]],
    ['a topic', ['help', nasty]],
    ['a profile', ['init', 'x', '--profil', nasty]],
    ['an id', ['init', 'x', '--set', `${nasty}=1`]],
    ['a flag without value', ['init', 'x', '--set', nasty]],
    ['a number', ['init', 'x', '--set', `jauge=${nasty}x`]],
    ['an authority', ['init', 'x', '--set', `collectivite=${nasty}x`]],
    ['a file', ['init', 'x', '--answers', `${nasty}.yaml`]],
    ['a kit', ['init', 'x', '--kit', nasty]],
    ['a day', ['init', 'x', '--yes', '--today', nasty]],
    ['too many words', ['init', 'a', nasty, 'c']],
  ])('%s: never raw on the terminal', async (_, argv) => {
    for (const more of [[], ['--json'], ['--debug']]) {
      const disk = memoryDisk({ [`plein${nasty}/a`]: '' });
      const { out, err } = await runIn({ disk, terminal: true, env: { NO_COLOR: '1' } }, ...argv, ...more);
      expect(out + err).not.toBe('');
      expect(out).not.toMatch(RAW);
      expect(err).not.toMatch(RAW);
    }
  });

  it('the file of answers, with escapes in keys and values', async () => {
    const disk = memoryDisk({ 'r.yaml': '"\\e]0;pris\\a": 1\njauge: "\\e[31m\\x9b"\n' });
    const { exit, err } = await runIn({ disk }, 'init', 'x', '--yes', '--answers', 'r.yaml');
    expect(exit).toBe(65);
    expect(err).not.toMatch(RAW);
  });
});
