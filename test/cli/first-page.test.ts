import { expect, it } from 'vitest';
import { memoryDisk, WORK } from '../support/memory-disk.ts';
import { runIn } from '../support/shell.ts';
import { tinyKitIn, tinySources } from '../support/tiny-kit.ts';

const DOCUMENTS = tinySources()['documents.yaml'] ?? '';
/** Every answer as proposed but the date, then yes to all, and to the page. */
const LINES = ['', '', '14/10/2027', ...Array<string>(9).fill(''), '1', '1'];

const make = async (documents: string, ...more: readonly string[]) => {
  const disk = memoryDisk(tinyKitIn('kit', { 'documents.yaml': documents }));
  return runIn({ disk, lines: LINES }, 'init', 'x', '--kit', 'kit', '--set', 'collectivite=departement:23', ...more);
};

it.each<[what: string, documents: string, page: string | undefined]>([
  ['the one of the kit', DOCUMENTS, 'LISEZ-MOI.html'],
  ['under another name', DOCUMENTS.replace('LISEZ-MOI.html', '0-debut/commencer.html'), '0-debut/commencer.html'],
  ['none', DOCUMENTS.replace(/^ .*readme.*\n/m, ''), undefined],
  ['none this time', DOCUMENTS.replace('builder: readme', 'when: { publics: elus }, builder: readme'), undefined],
])('the page to open first: %s', async (_, documents, page) => {
  const said = page === undefined ? [] : [`Ouvrez d’abord : ${WORK}/x/${page}`];
  const silent = await make(documents, '--yes');
  expect(silent).toMatchObject({ exit: 0, err: '' });
  expect(silent.out.match(/Ouvrez d’abord : .*/g) ?? []).toEqual(said);
  const asked = await make(documents, '--accessible');
  expect(asked.exit, asked.err).toBe(0);
  expect(asked.opened).toEqual(page === undefined ? [] : [`${WORK}/x/${page}`]);
});
