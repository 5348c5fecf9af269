import { beforeAll, describe, expect, it } from 'vitest';
import type { RawAnswer } from '../../src/answers/raw-answer.ts';
import type { LoadedKit } from '../../src/cli/load-kit.ts';
import type { Block, Document, Plan } from '../../src/model.ts';
import { NOTHING_DONE } from '../../src/shared/nothing-done.ts';
import { plans } from '../documents/plans.ts';
import { contradictions, saidBy, truthOf, type Truth } from '../support/agreement.ts';
import { loadSources, makeFolder } from '../support/folder.ts';
import { kitIds, kitSources } from '../support/kit.ts';
import { renderDocuments } from '../support/render-documents.ts';
import { wordsOf } from '../support/slips.ts';

type Written = Readonly<Record<string, RawAnswer>>;

/** Answers that differ strongly: what was answered in one is unknown in another. */
const VARIANTS: Readonly<Record<string, Written>> = {
  'as it is': {},
  'half a day, no money, no call': { jours: 0.5, jauge: 40, budget: 0, niveau: 'sobre', appel: 'aucun', restauration: 'cafe' },
  'half a day of wishes': { jours: 0.5, jauge: 40, budget: 0, appel: 'envies', lieu: 'Salle des fêtes', contact: 'nec@exemple.fr' },
  'two days with everything': {
    jours: 2, jauge: 340, budget: 45_000, niveau: 'confort', captation: 'video', besoins_acces: ['lsf', 'transcription'], inscriptions: 'papier',
    lieu: 'Théâtre du Nord', contact: 'nec@exemple.fr', dpo: 'dpo@exemple.fr',
  },
  'no date, overseas': { collectivite: 'commune:97411', date: 'a-definir', periode: '2027-10/2027-11' },
  'an association, seven weeks': { structure: 'Association des ateliers', date: '2027-01-12', jauge: 30, charte: true },
};

const kits = new Map<string, LoadedKit>(kitIds.map((id) => [id, loadSources(kitSources(id))]));
/** The texts of each kit, and of those that it extends. */
const written = new Map(kitIds.map((id) => [id, Object.entries(kitSources(id)).flatMap(([path, text]) => (/^(examples|profiles)\//.test(path) ? [] : [String(text)]))]));

async function folderOf(plan: Plan, kit: LoadedKit): Promise<{ readonly documents: readonly Document[]; readonly truth: Truth }> {
  const documents = await renderDocuments(plan, await kit.templates(), NOTHING_DONE);
  return { documents, truth: truthOf(plan, documents, written.get(kit.kit.id) ?? []) };
}
const faults = (documents: readonly Document[], truth: Truth): readonly string[] => documents.flatMap((document) => contradictions(saidBy(document), truth));
const kitOf = (id: string): LoadedKit => kits.get(id) ?? loadSources(kitSources(id));

describe('the documents of one folder say the same day, place, people, money, names and files', () => {
  it.each(Object.entries(plans))('%s', async (_, plan) => {
    const { documents, truth } = await folderOf(plan, kitOf('nec'));
    expect(faults(documents, truth)).toEqual([]);
  });

  it.each(kitIds.flatMap((kit) => kitOf(kit).kit.profiles.map(({ id, answers }, index) => [id, kit, answers as Written, index] as const)))(
    '%s with the kit %s', async (_, kit, answers, index) => {
      const [name = '', given = {}] = Object.entries(VARIANTS)[(index + kitIds.indexOf(kit)) % Object.keys(VARIANTS).length] ?? [];
      for (const [variant, changes] of [['as it is', {}], [name, given]] as const) {
        const { plan } = await makeFolder(kitOf(kit), { ...answers, ...changes }, '2026-11-23');
        const { documents, truth } = await folderOf(plan, kitOf(kit));
        expect(faults(documents, truth), variant).toEqual([]);
      }
    });
});

describe('a contradiction is seen', () => {
  let documents: readonly Document[];
  let truth: Truth;
  beforeAll(async () => ({ documents, truth } = await folderOf(plans['Creuse, plusieurs sites'], kitOf('nec'))));

  /** The note with other words in one of its blocks. */
  const falsified = (from: string, to: string): readonly string[] => {
    const note = documents.find(({ spec }) => spec.id === 'note-de-cadrage');
    if (note?.kind !== 'text') throw new Error('no note');
    const change = (block: Block): Block => ({ ...block, cells: block.cells.map((runs) => runs.map((run) => ({ ...run, text: run.text.replaceAll(/[\u00a0\u202f]/g, ' ').replaceAll(from, to) }))) });
    expect(note.blocks.map(wordsOf).join('\n').replaceAll(/[\u00a0\u202f]/g, ' ')).toContain(from);
    return contradictions(saidBy({ ...note, blocks: note.blocks.map(change) }), truth);
  };

  it.each([
    ['another day', 'jeudi 14 octobre 2027', 'jeudi 21 octobre 2027', /21 octobre/],
    ['a day of the week that is not that day', 'jeudi 14 octobre 2027', 'mardi 14 octobre 2027', /mardi 14 octobre/],
    ['another place', 'Médiathèque de Guéret', 'Salle des fêtes', /Salle des fêtes/],
    ['more people', '120', '90', /90/],
    ['another envelope', '1 200 €', '12 000 €', /12 000 €/],
    ['another address', 'nec@creuse.example', 'mairie@exemple.fr', /mairie@exemple.fr/],
    ['another name', 'NEC Creuse 2027', 'NEC Lozère 2027', /nulle part « NEC Creuse 2027 »/],
    ['a workbook that does not exist', 'budget.xlsx', 'comptes.xlsx', /comptes.xlsx/],
    ['a text that this folder does not have', 'comites-et-roles', 'accord-evenement-hote', /accord-evenement-hote/],
  ])('%s', (_, from, to, told) => {
    expect(falsified(from, to).join('\n')).toMatch(told);
  });
});
