import fc from 'fast-check';
import Handlebars from 'handlebars';
import { describe, expect, it } from 'vitest';
import { compileTemplates } from '../../src/documents/render-text.ts';
import { renderDocuments } from '../support/render-documents.ts';
import { asBaseline, rememberAnswers, rememberDocument, type BaselineHead } from '../../src/folder/baseline.ts';
import { encodeContent, readTextContent } from '../../src/folder/content.ts';
import { explain } from '../../src/folder/explain.ts';
import type { Explained, Explanation } from '../../src/folder/explanation.ts';
import type { Plan } from '../../src/model.ts';
import { NOTHING_DONE } from '../../src/shared/nothing-done.ts';
import { workingDays } from '../../src/territory/working-days.ts';
import { anyPlan, necKit, plans } from '../documents/plans.ts';

const templates = compileTemplates(necKit.templates, Handlebars);
const head: BaselineHead = { format: 2, tool: '1.0.0', kit: 'nec@1+0', today: '2026-11-23' };
const written = async (plan: Plan): Promise<Explained> => {
  const documents = await renderDocuments(plan, templates, NOTHING_DONE);
  const { files, partOf } = asBaseline(head, [
    rememberAnswers(new Uint8Array()), ...documents.map((document) => rememberDocument(document, { furniture: { title: '', footer: '' } }, undefined)),
  ]);
  return { plan, workingDays: workingDays(plan.territory), files, partOf };
};
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const creuse = await written(plans['Creuse, plusieurs sites']);
const dense = await written(plans['ville dense']);
const village = await written(plans['village sans argent']);

const ask = (target: string, of: Explained = creuse): readonly Explanation[] => {
  const found = explain(target, of);
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return found.value;
};
const kinds = (target: string, of?: Explained) => ask(target, of).map(({ kind, id }) => `${kind} ${id}`);
const line = (target: string, label: string, of?: Explained) => plain(ask(target, of)[0]?.lines.find((found) => found.label === label)?.text ?? '');

describe('what a word means', () => {
  it.each([
    ['T32', ['task T32']], ['t32', ['task T32']], [' T32 ', ['task T32']],
    ['budget', ['answer budget', 'document budget']], ['charte', ['answer charte', 'document charte']],
    ['dejeuner', ['expense dejeuner']], ['imprevus', ['expense imprevus']], ['_imprevus', ['expense imprevus']],
    ['prefecture', ['income prefecture', 'row prefecture']], ['region', ['income region', 'row region']], ['_autofinancement', ['income _autofinancement']],
    ['benevoles', ['in-kind benevoles']], ['_total', ['total _total']], ['demande-anct', ['rule demande-anct']], ['jauge', ['answer jauge']],
    ['1-cadrage/note-de-cadrage.docx', ['document note-de-cadrage']], ['1-cadrage/note-de-cadrage', ['document note-de-cadrage']],
    ['1-cadrage\\note-de-cadrage.docx', ['document note-de-cadrage']], ['./1-Cadrage/Note-de-cadrage.DOCX', ['document note-de-cadrage']],
    ['note-de-cadrage.docx', ['document note-de-cadrage']], ['note-de-cadrage.odt', ['document note-de-cadrage']],
    ['/home/x/nec/1-cadrage/note-de-cadrage.docx', ['document note-de-cadrage']], ['LISEZ-MOI', ['document lisez-moi']],
    ['retroplanning.xlsx', ['document retroplanning']], ['nec-local.yaml', ['document nec-local.yaml']], ['2027-10-14', ['date 2027-10-14']],
    ['grille-horaire.xlsx', ['document grille-horaire']], ['cartographie', ['document cartographie']], ['feuille-d-emargement', ['document feuille-d-emargement']],
    ['ateliers-1', ['slot ateliers-1']], ['j1-ateliers-1', ['slot ateliers-1']], ['j2-ateliers-1--1002', ['slot ateliers-1']], ['france-services', ['row france-services']],
  ])('%j: %j', (target, expected) => expect(kinds(target)).toEqual(expected));

  it('a new version beside a file counts for the file', () => {
    const files = creuse.files.map((file) => (file.kind === 'text' && file.document === 'charte'
      ? { ...file, conflict: { beside: '1-cadrage/charte.nouveau.docx', why: 'both-changed' as const, pieces: [] } } : file));
    expect(kinds('1-cadrage/charte.nouveau.docx', { ...creuse, files })).toEqual(['document charte']);
  });

  it.each([['T3', 'T03'], ['dejeuner2', 'dejeuner'], ['demande-anct-', 'demande-anct'], ['juage', 'jauge'], ['retroplaning.xlsx', undefined]])(
    '%j is unknown; did you mean %j?', (target, nearest) => {
      const found = explain(target, creuse);
      expect(found.ok || found.problems).toEqual([{ code: 'explain-unknown', args: { target, ...(nearest !== undefined && { nearest }) } }]);
    });

  it.each(['', ' ', 'x', '/', '..', 'constructor', '__proto__', '\u0000', '2027-02-31', 'a'.repeat(10_000)])('%.20j is unknown, and no crash', (target) => {
    expect(explain(target, creuse).ok).toBe(false);
  });
});

describe('a task', () => {
  it('says its day, what it waits for, who does it, its document and its source', () => {
    const [task] = ask('T21');
    expect(task?.lines.map(({ label }) => label)).toEqual([
      'Échéance', 'Délai', 'Date limite', 'Elle concerne', 'Dépend de', 'Qui', 'Pourquoi', 'C’est fait quand', 'Document',
    ]);
    expect(line('T41', 'Attendue par')).toContain('(T42, ');
    expect(line('T21', 'Document')).toBe('Demande de soutien (brouillon) (1-cadrage/demande-de-soutien.docx)');
    expect(task?.answers.map(({ id, value }) => [id, value])).toEqual([['date', '2027-10-14'], ['debut', '2026-11-23'], ['jours', 1], ['jauge', 120]]);
    expect(task?.sources[0]).toEqual({ title: 'Appel à NEC locaux (2023) (N4)', url: 'http://numerique-en-communs.fr/appel-a-nec-locaux/', checkedOn: '2026-11-23', confidence: 'medium' });
  });

  it('says why it is not in the plan', async () => {
    const absent = (of: Explained) => of.plan.kit.tasks.filter(({ id }) => !of.plan.schedule.tasks.some(({ task }) => task.id === id));
    const reasons = absent(village).map(({ id }) => ask(id, village)[0]?.lines[0]).map((found) => `${found?.label} : ${found?.text}`);
    expect(new Set(reasons)).toEqual(new Set([
      'Absente du plan : votre événement réunit moins de personnes', 'Absente du plan : vos réponses ne la demandent pas',
    ]));
    const short = await written({ ...creuse.plan, schedule: { ...creuse.plan.schedule, weeksAvailable: 8, tasks: [], dropped: creuse.plan.kit.tasks.filter(({ dropUnderWeeks }) => dropUnderWeeks !== undefined).map((task) => ({ task, reason: 'short' as const })) } });
    expect(line('T29', 'Laissée de côté', short)).toMatch(/^il faut au moins \d+ semaines de préparation, vous en avez 8\. À la place : /);
  });

  it('says that a day is provisional, or late', async () => {
    expect(line('T01', 'Échéance', await written(plans['presque rien de répondu']))).toMatch(/, provisoire : la date n’est pas choisie$/);
    const { plan } = creuse;
    const late = { ...creuse, plan: { ...plan, schedule: { ...plan.schedule, tasks: plan.schedule.tasks.map((planned) => ({ ...planned, late: true })) } } };
    expect(line('T01', 'Échéance', late)).toMatch(/, en retard$/);
  });
});

describe('an amount', () => {
  it.each([
    ['dejeuner', 'Prévu', '6 000 € = 400 × 15 €', dense], ['dejeuner', 'Quantité', 'le nombre de personnes attendues, comptées chaque jour, soit 400 (unité : repas)', dense],
    ['dejeuner', 'Prévu', 'absente de ce budget', creuse],
    ['dejeuner', 'Elle compte', 'quand la réponse à « Que mangera-t-on ? » est « Un déjeuner offert » (ce n’est pas le cas)', creuse],
    ['prefecture', 'Prévu', '500 €, le montant de votre réponse', creuse], ['region', 'Prévu', 'montant inconnu : compté pour zéro', dense],
    ['region', 'Prévu', 'rien : il n’est pas parmi vos financeurs', creuse], ['_autofinancement', 'Il manque', '', creuse],
    ['benevoles', 'Valeur', '576,96 € = 48 × 12,02 €', creuse], ['benevoles', 'Quantité', 'le nombre de personnes attendues, soit 120, × 0,4, arrondi au-dessus, au moins 20 (unité : heure)', creuse],
  ] as const)('%s, %s: %s', (target, label, text, of) => expect(line(target, label, of)).toBe(text));

  it('adds up: what is explained is what the plan says', () => {
    for (const { line: { id }, amount, quantity, price } of dense.plan.budget.lines) {
      expect(line(id, 'Prévu', dense)).toContain(price === null ? 'devis à demander' : '=');
      expect(amount).toBe(Math.round(quantity * (price ?? 0)));
    }
    expect(line('_total', 'Dépenses', dense)).toMatch(/^[\d ,]+ € : \d+ lignes \([\d ,]+ €\) et les imprévus \([\d ,]+ €\)$/);
  });

  it('done without money says how', () => {
    const free = village.plan.budget.lines.find((found) => found.free);
    expect(line(free?.line.id ?? '', 'Sans argent', village)).toMatch(/^compté à zéro\. \w/);
  });
});

describe('the programme and the tables', () => {
  it('a time says when it is, in which model day, on whose word', () => {
    expect(line('j1-ateliers-2--2', 'Quand')).toBe('jour 1, à 13 h 10, 90 minutes');
    expect(line('ateliers-1', 'Quand', dense)).toBe('jour 1, à 10 h 05, 90 minutes ; jour 2, à 10 h 20, 90 minutes');
    expect(line('ateliers-1', 'Journée type')).toMatch(/^journee-hyper-rurale, quand .* \(c’est le cas\)$/);
    expect(line('retours', 'Quand')).toBe('pas dans vos journées');
    expect(line('cafe-des-pairs', 'Quand')).toBe('pendant les ateliers, sans heure à lui');
    expect(line('cafe-des-pairs', 'Il est là')).toMatch(/^quand .* \(c’est le cas\)$/);
    expect(ask('ateliers-1')[0]?.answers.map(({ id }) => id)).toEqual(['jours', 'date', 'milieu', 'jauge', 'publics', 'themes', 'sites']);
    for (const target of ['ouverture', 'cafe-des-pairs', 'retours']) expect(ask(target)[0]?.sources, target).not.toEqual([]);
  });

  it('a row says what the kit says of it, and who took its place', () => {
    expect(ask('hub')[0]).toMatchObject({ kind: 'row', title: expect.stringContaining('à vérifier') });
    expect(line('hub', 'Elle est là')).toBe('dans tous les cas');
    expect(plain(ask('prefecture')[1]?.lines.find(({ label }) => label === 'Elle est là')?.text ?? '')).toBe('non : vos réponses nomment quelqu’un de ce genre, qui prend sa place');
    expect(line('cnfpt', 'Elle est là')).toMatch(/\(ce n’est pas le cas\)$/);
    expect(ask('hub')[0]?.sources.map(({ title }) => title)).toContain('Rapport du Sénat sur l’inclusion numérique (H2)');
  });

  it('their files say which answers they are made from, and each source once', () => {
    const behind = (target: string) => ask(target)[0]?.answers.map(({ id }) => id);
    expect(behind('grille-horaire')).toEqual(expect.arrayContaining(['jours', 'milieu', 'publics', 'themes', 'sites', 'restauration', 'jauge']));
    expect(behind('cartographie')).toEqual(expect.arrayContaining(['partenaires', 'collectivite', 'publics', 'formation']));
    expect(behind('feuille-d-emargement')).toEqual(expect.arrayContaining(['jours', 'sites', 'lieu', 'dpo', 'jauge', 'collectivite']));
    expect(behind('feuille-d-emargement')).not.toContain('partenaires');
    for (const target of ['grille-horaire', 'cartographie', 'feuille-d-emargement']) {
      const titles = ask(target)[0]?.sources.map(({ title }) => title) ?? [];
      expect(titles.length, target).toBeGreaterThan(1);
      expect(new Set(titles).size, target).toBe(titles.length);
    }
  });
});

describe('a rule, an answer, a file, a day', () => {
  it('a rule that is met says its words, another leaves them blank', () => {
    const met = creuse.plan.alerts[0];
    expect(ask(met?.rule ?? '')[0]).toMatchObject({ kind: 'rule', title: met?.message, lines: expect.arrayContaining([{ label: 'En ce moment', text: 'cette règle est rencontrée' }]) });
    expect(ask('ferie')[0]?.title).toBe('Jour férié pendant l’événement\u00a0: …, le …');
  });

  it('an answer says what follows from it', () => {
    const [answer] = ask('restauration');
    expect(answer?.answers).toEqual([{ id: 'restauration', label: expect.any(String), value: 'repas-partage' }]);
    expect(line('restauration', 'Budget')).toContain('dejeuner');
    expect(line('jours', 'Proposé')).toMatch(/ quand /);
    expect(line('jours', 'Sinon')).not.toMatch(/ quand /);
    expect(line('date', 'Dates')).toBe('toutes les échéances en dépendent');
  });

  it('a file says why it is there, and which answers it is made from', async () => {
    expect(line('appel-a-contributions', 'Il est là')).toMatch(/^quand .* \(c’est le cas\)$/);
    expect(ask('note-de-cadrage')[0]?.answers.map(({ id }) => id)).toEqual(expect.arrayContaining(['nom', 'date', 'publics', 'budget', 'lieu']));
    expect(ask('note-de-cadrage')[0]?.answers.map(({ id }) => id)).not.toContain('captation');
    expect(ask('formulaire-inscription')[0]?.sources).not.toEqual([]);
    expect(line('appel-a-contributions', 'Fichier', await written(plans['greffe outre-mer, date à définir']))).toBe('il n’est pas dans ce dossier');
  });

  it('a day says what falls on it', () => {
    expect(line('2027-10-14', 'Événement')).toBe('NEC Creuse 2027');
    expect(line('2027-06-14', 'Dates limites')).toContain('(T21)');
    expect(line('2026-11-23', 'Préparation')).toBe('elle commence ce jour-là');
    expect(line('2027-05-01', 'Jour ouvré')).toBe('non (week-end ou jour férié)');
    expect(line('2027-08-03', 'Jour ouvré')).toBe('oui, mais sans réunion (août ou fin d’année)');
    expect(line('2027-08-01', 'Échéances')).toMatch(/^aucune ; la suivante est le /);
  });
});

describe('a sentence', () => {
  it('is found by some of its words, with its place in the kit and the answers behind it', () => {
    const [found] = ask('Médiathèque de Guéret');
    expect(found).toMatchObject({ kind: 'sentence', answers: expect.arrayContaining([{ id: 'lieu', label: expect.any(String), value: 'Médiathèque de Guéret' }]) });
    expect(found?.lines.map(({ label }) => label)).toEqual(['Fichier', 'Écrit dans', 'Valeurs du plan']);
    expect(found?.lines[1]?.text).toMatch(/^le modèle du kit templates\/[\w/-]+\.md, ligne \d+$/);
  });

  it('in a loop or under a condition, names what makes it appear', () => {
    const [audience] = ask('Élues et élus');
    expect(audience?.answers.map(({ id }) => id)).toContain('publics');
  });

  it('every paragraph of every text is found at a line of its template', () => {
    const texts = [creuse, village].flatMap(({ files, partOf }) => files.flatMap((file) => (file.kind === 'text' ? [{ file, ...readTextContent(partOf(file)) }] : [])));
    for (const { file, blocks = [] } of texts) {
      for (const block of blocks) {
        const words = block.cells.map((runs) => runs.map(({ text }) => text).join('')).join(' ');
        const found = explain(words, { ...creuse, files: [file], partOf: () => encodeContent({ kind: 'text', blocks: [block] }) });
        if (!found.ok || found.value[0]?.kind !== 'sentence') continue;
        expect(found.value[0].lines.find(({ label }) => label === 'Écrit dans')?.text, `${file.path} ${block.id}`).toMatch(/, ligne \d+$/);
      }
    }
  });
});

it('every id of every plan is explained in whole sentences, from answers and sources that exist', () => {
  const everything = (plan: Plan): readonly string[] => [
    ...plan.kit.tasks, ...plan.kit.budget.lines, ...plan.kit.budget.income, ...plan.kit.budget.inKind, ...plan.budget.income, ...plan.kit.questions, ...plan.kit.rules, ...plan.kit.documents,
  ].map(({ id }) => id);
  fc.assert(fc.property(anyPlan, (plan) => {
    const of: Explained = { plan, workingDays: workingDays(plan.territory), files: [], partOf: () => undefined };
    for (const id of everything(plan)) {
      for (const { kind, title, lines, answers, sources } of ask(id, of)) {
        expect(title).not.toBe('');
        for (const { label, text } of lines) expect(`${label} : ${text}`, `${kind} ${id}`).not.toMatch(/undefined|null|NaN|\[object|\{\w+\}|  |: $/);
        for (const answer of answers) expect(plan.kit.questions.some((question) => question.id === answer.id), `${kind} ${id}`).toBe(true);
        expect(sources.every((source) => source.title !== '')).toBe(true);
        if (['task', 'expense', 'rule'].includes(kind)) expect(sources.length, `${kind} ${id}`).toBeGreaterThan(0);
      }
    }
  }), { numRuns: 6 });
});
