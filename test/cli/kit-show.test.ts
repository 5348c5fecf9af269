import { describe, expect, it } from 'vitest';
import { kitFacts } from '../../src/kit/kit-facts.ts';
import { countFacts } from '../../src/shared/provenance.ts';
import { kitIds, kitSources, necKit } from '../support/kit.ts';
import { loadSources } from '../support/folder.ts';
import { memoryDisk } from '../support/memory-disk.ts';
import { runIn } from '../support/shell.ts';
import { editSources } from '../support/kit-edit.ts';
import { tinyKit, tinyKitIn, tinySources } from '../support/tiny-kit.ts';

const json = async (...argv: readonly string[]) => JSON.parse((await runIn({ disk: memoryDisk(tinyKitIn('petit')) }, ...argv, '--json')).out) as Record<string, unknown>;

describe('kit liste', () => {
  it('tells each kit, what it is for and what it extends, the usual one first', async () => {
    const { exit, out, err } = await runIn({}, 'kit', 'liste');
    expect([exit, err]).toEqual([0, '']);
    expect(out).toContain('  nec : Kit NEC local, version 0.4.0\n    Préparer une édition locale de Numérique en Commun[s], de la première idée au bilan. Pris quand vous n’en nommez aucun.\n');
    expect(out).toMatch(/ {2}hyper-ruralite : Kit NEC hyper-ruralité, version 0\.4\.0\n {4}Réunir un territoire très peu peuplé : .* Prolonge nec\.\n/);
    expect([...out.matchAll(/^ {2}([\w-]+) : /gm)].map(([, id]) => id)).toEqual(['nec', ...kitIds.filter((id) => id !== 'nec')]);
  });

  it('and to machines', async () => {
    const { kits } = await json('kit', 'liste') as { kits: readonly unknown[] };
    expect(kits).toHaveLength(kitIds.length);
    expect(kits[0]).toEqual({ id: 'nec', name: 'Kit NEC local', version: '0.4.0', purpose: expect.stringMatching(/\.$/), extends: [] });
    expect(kits).toContainEqual(expect.objectContaining({ id: 'greffe', extends: [{ id: 'nec', name: 'Kit NEC local', version: '0.4.0' }] }));
  });
});

describe('kit montrer', () => {
  it('counts what a kit holds', async () => {
    const { exit, out, err } = await runIn({ disk: memoryDisk(tinyKitIn('petit')) }, 'kit', 'montrer', 'petit');
    expect([exit, err]).toEqual([0, '']);
    expect(out).toBe([
      'Petit kit (petit 1.0.0)', 'Licence du contenu : etalab-2.0', '', 'Ce qu’il contient',
      `  ${String(tinyKit().questions.length).padStart(4)} questions, dont ${tinyKit().questions.filter(({ essential }) => essential).length} pour un premier dossier`,
      '     3 tâches', `  ${String(tinyKit().documents.length).padStart(4)} documents`, '     2 règles d’alerte', '     2 lignes de dépenses', '     1 genre de recettes', '     1 apport en nature',
      '     2 publics', '     1 thème', '     1 format de séance', '     2 formulaires', '     1 source',
      '  Territoires tout prêts (--profil) : creuse', '', 'Pour voir d’où vient chaque fait : nec-local kit montrer petit --sources', '',
    ].join('\n'));
  });

  it('is the usual kit where there is no planning folder', async () => {
    expect((await runIn({}, 'kit', 'montrer')).out).toMatch(/^Kit NEC local \(nec 0\.4\.0\)\n/);
    expect(await json('kit', 'montrer')).toMatchObject({ kit: { id: 'nec', extends: [] }, counts: { tasks: necKit().tasks.length, documents: necKit().documents.length } });
  });

  it('of a kit that extends another counts both', async () => {
    const { kit, counts } = await json('kit', 'montrer', 'elus') as { kit: unknown; counts: Record<string, number> };
    expect(kit).toMatchObject({ id: 'elus', version: '0.4.0', extends: [{ id: 'nec' }], profiles: expect.arrayContaining(['evry']) });
    expect(counts['tasks']).toBe(necKit().tasks.length + 6);
  });

  it.each([
    ['necc', /^Aucun kit à cet endroit : \/memoire\/travail\/necc\. Vouliez-vous dire « nec » \? Un kit est un dossier qui contient « kit\.yaml »\. Livrés avec l’outil : nec, elus, greffe, hyper-ruralite, mediation\.\n$/],
    ['hyper-ruralité', /Vouliez-vous dire « hyper-ruralite » \?/], ['./nec', /^Aucun kit à cet endroit : \/memoire\/travail\/nec\. /], ['constructor', /^Aucun kit à cet endroit/],
  ])('of nothing: %s', async (named, said) => {
    expect(await runIn({}, 'kit', 'montrer', named)).toMatchObject({ exit: 65, out: '', err: expect.stringMatching(said) });
    expect(await runIn({}, 'init', 'x', '--kit', named, '--yes')).toMatchObject({ exit: 65, err: expect.stringMatching(said) });
  });

  describe('--sources', () => {
    const show = async () => (await runIn({ disk: memoryDisk(tinyKitIn('petit')) }, 'kit', 'montrer', 'petit', '--sources')).out;

    it('tells each fact by file, then by id, with sources, date and confidence, and what is our own judgement', async () => {
      const out = await show();
      expect(out.slice(out.indexOf('D’où')).split('\n')).toEqual([
        'D’où viennent les faits de ce kit (28)',
        '  21 avec une source publique, 1 avec une source publique et l’avis des auteurs du kit, 6 avec l’avis des auteurs du kit seulement.',
        '  Tous vérifiés le 23 novembre 2026.', '',
        'Publics, audiences.yaml (2)',
        '  elus, « Élues et élus » : S1 (vérifié le 23 novembre 2026, assez sûr)', expect.stringMatching(/^ {2}habitants, « Habitant/), '',
        'Budget, budget.yaml (5)', ...Array<unknown>(5).fill(expect.stringMatching(/^ {2}[a-z-]+, « .+ » : .+ \(vérifié le 23 novembre 2026, (sûr|assez sûr|à vérifier)\)$/)), '',
        'Raisons de choisir une date, dates.yaml (1)', expect.stringMatching(/^ {2}saison, /), '',
        'Formats de séance, formats.yaml (1)', expect.stringMatching(/^ {2}cercle, /), '',
        'Formulaires, forms.yaml (2)', expect.stringMatching(/^ {2}contribution, /), expect.stringMatching(/^ {2}inscription, /), '',
        'Journées proposées, programme.yaml (7)', ...Array<unknown>(7).fill(expect.stringMatching(/^ {2}[a-z]+, « (Une journée proposée|La règle du programme) » : S1 /)), '',
        'Règles d’alerte, rules.yaml (2)',
        '  charte, « La charte attend une réponse. » : S1 (vérifié le 23 novembre 2026, assez sûr)',
        '  ferie, « … est férié : … » : S1 (vérifié le 23 novembre 2026, assez sûr)', '',
        'Tableaux, tables.yaml (4)', ...Array<unknown>(4).fill(expect.stringMatching(/^ {2}[a-z]+, « .+ » : /)), '',
        'Tâches, tasks.yaml (3)',
        '  T01, « Écrire la note » : S1 (vérifié le 23 novembre 2026, assez sûr)',
        '  T02, « Réserver la salle » : S1 et l’avis des auteurs du kit (vérifié le 23 novembre 2026, assez sûr)',
        '  T03, « Remercier » : l’avis des auteurs du kit (vérifié le 23 novembre 2026, à vérifier)', '',
        'Thèmes, themes.yaml (1)', expect.stringMatching(/^ {2}entraide, /), '',
        'Les sources citées (1)', '  S1 : Un compte rendu, https://exemple.fr/compte-rendu', '',
      ]);
    });

    it('to machines: the same keys as alerts', async () => {
      const { facts, sources } = await json('kit', 'montrer', 'petit', '--sources') as { facts: readonly Record<string, unknown>[]; sources: unknown };
      expect(facts).toContainEqual({ file: 'tasks.yaml', id: 'T02', title: 'Réserver la salle', source: 'S1, jugement', checkedOn: '2026-11-23', confidence: 'medium' });
      expect(facts.map(({ file, id }) => `${String(file)} ${String(id)}`)).toEqual(facts.map(({ file, id }) => `${String(file)} ${String(id)}`).toSorted());
      expect(sources).toEqual(tinyKit().sources);
      expect(await json('kit', 'montrer', 'petit')).not.toHaveProperty('facts');
    });

    it('tells how long a rule holds, and dates that differ', async () => {
      const edited = editSources(tinySources(), ['rules.yaml', 'near: non }', 'near: non }\n    valid_until: 2027-12-31\n    checked: 2026-12-01\n    confidence: high']);
      const { out } = await runIn({ disk: memoryDisk(Object.fromEntries(Object.entries(edited).map(([path, text]) => [`petit/${path}`, text]))) }, 'kit', 'montrer', 'petit', '--sources');
      expect(out).toContain('  Vérifiés entre le 23 novembre 2026 et le 1er décembre 2026.\n');
      expect(out).toContain(' : S1 (vérifié le 1er décembre 2026, sûr, vaut jusqu’au 31 décembre 2027)\n');
    });

    it.each(kitIds)('no fact of the kit %s is forgotten, nor without a source that exists', async (id) => {
      const { kit } = loadSources(kitSources(id));
      const facts = kitFacts(kit);
      const stated = JSON.stringify({ ...kit, templates: {} }).match(/"checkedOn":/g) ?? [];
      expect(facts).toHaveLength(stated.length);
      const known = ['jugement', ...kit.sources.map((source) => source.id)];
      expect(facts.filter(({ sources }) => sources.length === 0 || sources.some((code) => !known.includes(code)))).toEqual([]);
      const { sourced, mixed, judged } = countFacts(facts);
      expect([sourced + mixed + judged, judged > 0]).toEqual([facts.length, true]);
    });
  });
});
