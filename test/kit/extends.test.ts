import fc from 'fast-check';
import Handlebars from 'handlebars';
import { describe, expect, it } from 'vitest';
import { sentence } from '../../src/cli/messages.ts';
import { completeKit } from '../../src/kit/complete-kit.ts';
import { WAYS } from '../../src/kit/lay-entry.ts';
import { parseKit, type KitSources } from '../../src/kit/parse-kit.ts';
import { THEME, themeKit, themeSources, under } from '../support/theme-kit.ts';
import { tinyKit, tinySources } from '../support/tiny-kit.ts';

const ids = (items: readonly { readonly id: string }[]): readonly string[] => items.map(({ id }) => id);
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
const problemsOf = (sources: KitSources, tool?: string): readonly string[] => {
  const parsed = parseKit(sources, tool, Handlebars.parse);
  return parsed.ok ? [] : parsed.problems.map((problem) => plain(sentence(problem)));
};
/** A task with all that it needs, in one line. */
const task = (id: string, more = ''): string =>
  `  - { id: ${id}, title: Faire, phase: preparer, role: chef, before: 5, why: Pourquoi., done: Fait., source: S1${more} }\n`;
const tasks = (...lines: readonly string[]): KitSources => ({ 'tasks.yaml': `checked: 2027-01-15\ntasks:\n${lines.join('')}` });

describe('a kit that extends another', () => {
  it('and says nothing more has all of it, under its own name', () => {
    const { id, name, version, licence, parents, ...content } = themeKit();
    const { id: _, name: _name, version: _version, licence: _licence, ...parent } = tinyKit();
    expect([id, name, version, licence]).toEqual(['theme', 'Kit à thème', '1.0.0', 'etalab-2.0']);
    expect(parents).toEqual([{ id: 'petit', name: 'Petit kit', version: '1.0.0' }]);
    expect(content).toEqual(parent);
  });

  it('replaces the keys that it gives, and no others', () => {
    const kit = themeKit({ 'tasks.yaml': 'tasks:\n  - { id: T02, title: Réserver deux salles, support: [] }\n' });
    const [, was] = tinyKit().tasks;
    expect(kit.tasks[1]).toEqual({ ...was, title: 'Réserver deux salles', support: [] });
    expect([kit.tasks[0], kit.tasks[2]]).toEqual([tinyKit().tasks[0], tinyKit().tasks[2]]);
  });

  it('replaces lists and maps whole', () => {
    const kit = themeKit({
      'budget.yaml': 'lines:\n  - { id: cafe, quantity: { times: 2 } }\n',
      'questions.yaml': 'questions:\n  - { id: niveau, default: sobre, choices: [ { value: sobre, label: Sobre } ] }\n',
    });
    expect(kit.budget.lines[1]?.quantity).toEqual({ times: 2, min: 0 });
    expect(kit.questions.find(({ id }) => id === 'niveau')?.choices).toEqual([{ value: 'sobre', label: 'Sobre' }]);
  });

  it('an empty key takes the parent’s away', () => {
    const kit = themeKit({ 'tasks.yaml': 'tasks:\n  - { id: T02, drop_under: , instead: }\n' });
    expect(kit.tasks[1]).not.toHaveProperty('dropUnderWeeks');
    expect(kit.tasks[1]).not.toHaveProperty('instead');
  });

  it('says when in its own way: before or after, this kind of rule or that', () => {
    const kit = themeKit({
      'tasks.yaml': 'tasks:\n  - { id: T03, before: 2 }\n', 'rules.yaml': 'rules:\n  - { id: ferie, threshold: { figure: gap, over: 0 } }\n',
    });
    expect(kit.tasks[2]?.lead).toEqual({ complet: 14, standard: 14, express: 14 });
    expect(kit.rules[1]).toMatchObject({ test: { kind: 'threshold', figure: 'gap' }, sources: ['S1'] });
  });

  it('knows every way of a rule', () => {
    const parsed = parseKit(tinySources({ 'rules.yaml': 'checked: 2026-11-23\nrules:\n  - { id: x, severity: info, message: x, todo: x, source: S1 }\n' }));
    const missing = parsed.ok ? [] : parsed.problems.flatMap(({ args }) => ('key' in args ? args.key.split(/, | ou /) : []));
    expect(WAYS).toContainEqual(missing);
  });

  it('may change the contingency, which has no list', () => {
    expect(themeKit({ 'budget.yaml': 'contingency: { percent: [5, 5, 5] }\n' }).budget.contingency)
      .toEqual({ ...tinyKit().budget.contingency, percent: { sobre: 5, courant: 5, confort: 5 } });
  });

  it('a default of a question is enough to change a proposal', () => {
    const kit = themeKit({ 'questions.yaml': 'questions:\n  - { id: jauge, default: 25 }\n' });
    expect(kit.questions.find(({ id }) => id === 'jauge')?.defaults).toEqual([{ value: 25 }]);
  });

  it('files with nothing in them change nothing', () => {
    expect(themeKit({ 'tasks.yaml': '# rien\n', 'rules.yaml': 'rules:\n', 'budget.yaml': 'checked: 2027-01-15\n' }).tasks).toEqual(tinyKit().tasks);
  });

  describe('new entries', () => {
    it.each<readonly [string, readonly string[], readonly string[]]>([
      ['come at the end', [task('A1'), task('A2')], ['T01', 'T02', 'T03', 'A1', 'A2']],
      ['come after the one that they name', [task('A1', ', place_after: T01')], ['T01', 'A1', 'T02', 'T03']],
      ['several after one keep their order', [task('A1', ', place_after: T01'), task('A2', ', place_after: T01')], ['T01', 'A1', 'A2', 'T02', 'T03']],
      ['come after another new one', [task('A1', ', place_after: T01'), task('A2', ', place_after: A1')], ['T01', 'A1', 'A2', 'T02', 'T03']],
      ['an entry of the parent may move', ['  - { id: T01, place_after: T03, needs: [] }\n', '  - { id: T02, needs: [] }\n'], ['T02', 'T03', 'T01']],
    ])('%s', (_, lines, order) => expect(ids(themeKit(tasks(...lines)).tasks)).toEqual(order));
  });

  describe('sources and dates', () => {
    const taskOf = (id: string, ...lines: readonly string[]) => themeKit(tasks(...lines)).tasks.find((found) => found.id === id);

    it('a new entry has the date at the head of its own file, the parent’s keep theirs', () => {
      expect([taskOf('A1', task('A1'))?.checkedOn, taskOf('T01', task('A1'))?.checkedOn]).toEqual(['2027-01-15', '2026-11-23']);
    });

    it('other words leave the source, its date and the confidence', () => {
      expect(taskOf('T03', '  - { id: T03, title: Dire merci }\n')).toMatchObject({ sources: ['jugement'], checkedOn: '2026-11-23', confidence: 'low' });
    });

    it('another source brings its own date and confidence', () => {
      const rules = (more: string): KitSources => ({ 'rules.yaml': `checked: 2027-01-15\nrules:\n  - { id: charte, ${more} }\n` });
      const parent = tinySources({ 'rules.yaml': (tinySources()['rules.yaml'] ?? '').replace('todo: La lire.', 'todo: La lire.\n    confidence: high\n    checked: 2026-10-01') });
      const read = (more: string) => {
        const parsed = parseKit(themeSources(rules(more), parent));
        return parsed.ok && parsed.value.rules[0];
      };
      expect(read('todo: Relire.')).toMatchObject({ sources: ['S1'], checkedOn: '2026-10-01', confidence: 'high' });
      expect(read('source: jugement')).toMatchObject({ sources: ['jugement'], checkedOn: '2027-01-15', confidence: 'low' });
      expect(read('checked: 2027-01-10')).toMatchObject({ sources: ['S1'], checkedOn: '2027-01-10', confidence: 'high' });
    });

    it('a new entry never takes the parent’s date for its own', () => {
      expect(problemsOf(themeSources({ 'tasks.yaml': `tasks:\n${task('A1')}` }))).toEqual(['tasks.yaml:2:5 : Il manque la clé « checked » dans une entrée.']);
    });
  });

  describe('remove', () => {
    it('takes an entry away', () => {
      expect(ids(themeKit(tasks('  - { id: T03, remove: true }\n')).tasks)).toEqual(['T01', 'T02']);
      expect(ids(themeKit(tasks('  - { id: T03, remove: oui, title: Peu importe }\n')).tasks)).toEqual(['T01', 'T02']);
      expect(ids(themeKit(tasks('  - { id: T03, remove: non }\n')).tasks)).toEqual(['T01', 'T02', 'T03']);
    });

    it('and another entry may carry on under a new name', () => {
      const kit = themeKit(tasks('  - { id: T03, remove: true }\n', task('A3', ', renamed_from: T03')));
      expect(kit.renames.entries.tasks).toEqual({ T03: 'A3' });
    });

    it('what others still speak of is told at the removal, with the places, templates too', () => {
      expect(problemsOf(themeSources(tasks('  - { id: T01, remove: true }\n')))).toEqual([
        'tasks.yaml:3:16 : « T01 » est retiré, mais d’autres en parlent encore : parents/petit/tasks.yaml:30:22 et parents/petit/templates/note.md:20:38. Changez-les ou retirez-les aussi.',
      ]);
    });

    it('is not blamed for what only has the same name', () => {
      const own = tasks('  - { id: T03, remove: true }\n', task('A1').replace('phase: preparer', 'phase: T03'));
      expect(problemsOf(themeSources(own))).toEqual(['tasks.yaml:4:36 : Le kit n’a pas de phase « T03 ».']);
    });

    it('many places are counted', () => {
      const lines = Array.from({ length: 6 }, (_, rank) => task(`B${rank}`));
      const [said] = problemsOf(themeSources({ 'tasks.yaml': `checked: 2027-01-15\nroles:\n  - { id: chef, remove: true }\ntasks:\n${lines.join('')}` }));
      expect(said).toMatch(/^tasks\.yaml:3:17 : .* encore : (\S+, ){2}\S+ et 6 autres endroits\. /);
    });

    it('a removed question that a condition looks at, or that the tool needs', () => {
      expect(problemsOf(themeSources({ 'questions.yaml': 'questions:\n  - { id: publics, remove: true }\n' }))[0])
        .toMatch(/^questions\.yaml:2:20 : « publics » est retiré, mais d’autres en parlent encore : parents\/petit\/tasks\.yaml:45:13, parents\/petit\/documents\.yaml:20:13, /);
      expect(problemsOf(themeSources({ 'questions.yaml': 'questions:\n  - { id: jauge, remove: true }\n' })).at(-1))
        .toMatch(/^questions\.yaml:2:18 : L’outil a toujours besoin d’une réponse à « jauge »/);
    });
  });

  describe('templates, profiles, examples', () => {
    it('a template replaces that of the same path, and others come with it', () => {
      const { templates } = themeKit({ 'templates/note.md': '# À nous\n\nUn mot.\n', 'templates/plus/autre.md': '# Plus\n' });
      expect(templates).toEqual({ 'note.md': '# À nous\n\nUn mot.\n', 'plus/autre.md': '# Plus\n' });
    });

    it('a template of the parent that no document uses any more goes: what it speaks of may be gone too', () => {
      const own = { 'documents.yaml': 'documents:\n  - { id: note, remove: true }\n', 'tasks.yaml': 'tasks:\n  - { id: T01, document: }\n' };
      expect(themeKit(own).templates).toEqual({});
    });

    it('what is wrong in a template is told where it stands', () => {
      const parent = tinySources({ 'templates/note.md': '# {{evenement.nm}}\n' });
      expect(problemsOf(themeSources({}, parent))).toEqual(['parents/petit/templates/note.md:1:5 : Le modèle emploie « evenement.nm », qui n’existe pas. Vouliez-vous dire « nom » ?']);
      expect(problemsOf(themeSources({ 'templates/note.md': '# {{evenement.nm}}\n' }, parent))[0]).toMatch(/^templates\/note\.md:1:5 /);
    });

    it('profiles are inherited, replaced whole by name, or taken away', () => {
      const titles = (own: KitSources) => themeKit(own).profiles.map(({ id, title, answers }) => [id, title, Object.keys(answers).length]);
      expect(titles({ 'profiles/autre.yaml': 'title: Autre\nanswers: { jauge: 20 }\n' })).toEqual([['autre', 'Autre', 1], ['creuse', 'En Creuse, sans argent', 3]]);
      expect(titles({ 'profiles/creuse.yaml': 'title: À nous\nanswers: { jauge: 20 }\n' })).toEqual([['creuse', 'À nous', 1]]);
      expect(titles({ 'profiles/creuse.yaml': 'remove: true\n' })).toEqual([]);
      expect(problemsOf(themeSources({ 'profiles/creux.yaml': 'remove: true\n' }))).toEqual(['profiles/creux.yaml:1:1 : Le kit prolongé n’a rien qui s’appelle « creux » ici : il n’y a rien à retirer.']);
    });

    it('examples of a parent are not even read', () => {
      expect(problemsOf({ ...themeSources(), 'parents/petit/examples/faux.yaml': ': : :', 'examples/faux.yaml': ': : :' })).toEqual([]);
    });
  });

  it('a kit that extends none has nothing to remove nor to put after', () => {
    const sources = tinySources({ 'sources.yaml': 'sources:\n  - { id: S1, title: Un livre, remove: non, place_after: S1 }\n' });
    expect(problemsOf(sources)).toEqual(['sources.yaml:2:32 : La clé « remove » n’existe pas.', 'sources.yaml:2:45 : La clé « place_after » n’existe pas.']);
  });

  it('what is wrong in the parent is told there', () => {
    const parent = tinySources({ 'tasks.yaml': (tinySources()['tasks.yaml'] ?? '').replace('phase: apres', 'phase: avant') });
    expect(problemsOf(themeSources({}, parent))).toEqual(['parents/petit/tasks.yaml:40:12 : Le kit n’a pas de phase « avant ».']);
  });

  it('a file that is missing everywhere is missing; one that cannot be read is not said to be missing', () => {
    const { 'themes.yaml': _, ...rest } = tinySources();
    expect(problemsOf(themeSources({}, rest))).toEqual([expect.stringMatching(/^themes\.yaml:1:1 : Ce fichier manque/)]);
    expect(problemsOf(themeSources({ 'themes.yaml': 'themes: [' }, rest))).toEqual([expect.stringMatching(/^themes\.yaml:1:9 : /)]);
  });
});

describe('levels', () => {
  const kit = (id: string, parent?: string): KitSources => ({ 'kit.yaml': `id: ${id}\nname: ${id}\nversion: 1.0.0\nlicence: x\n${parent === undefined ? '' : `extends: ${parent}\n`}` });
  const titled = (id: string, title: string): KitSources => ({ 'tasks.yaml': `tasks:\n  - { id: ${id}, title: ${title} }\n` });

  it('three are laid over each other, the nearest wins', () => {
    const sources = {
      ...kit('un', 'deux'), ...titled('T01', 'Un'),
      ...under('parents/deux/', { ...kit('deux', 'petit'), 'tasks.yaml': `checked: 2027-02-01\ntasks:\n  - { id: T01, title: Deux }\n  - { id: T02, title: Deux }\n${task('B1')}` }),
      ...under('parents/petit/', tinySources()),
    };
    const parsed = parseKit(sources);
    const found = parsed.ok ? parsed.value : undefined;
    expect(found?.tasks.map(({ id, title, checkedOn }) => `${title} (${id}, ${checkedOn})`)).toEqual(
      ['Un (T01, 2026-11-23)', 'Deux (T02, 2026-11-23)', 'Remercier (T03, 2026-11-23)', 'Faire (B1, 2027-02-01)']);
    expect(found?.parents?.map(({ id }) => id)).toEqual(['deux', 'petit']);
  });

  it('a parent may be a folder of the kit, and that one’s a folder of its own', () => {
    const sources = { ...kit('un', './socle'), ...under('socle/', { ...kit('deux', './fond/kit'), ...titled('T01', 'Deux') }), ...under('socle/fond/kit/', tinySources()) };
    const parsed = parseKit(sources);
    expect(parsed.ok && [parsed.value.tasks[0]?.title, parsed.value.parents?.map(({ id }) => id)]).toEqual(['Deux', ['deux', 'petit']]);
  });

  it.each<readonly [string, KitSources, string]>([
    ['a fourth', { ...kit('un', 'deux'), ...under('parents/deux/', kit('deux', 'trois')), ...under('parents/trois/', kit('trois', 'petit')), ...under('parents/petit/', tinySources()) },
      'parents/trois/kit.yaml:5:10 : Un kit a 3 étages au plus, lui compris. Ici : un → deux → trois → petit.'],
    ['a circle', { ...kit('un', 'deux'), ...under('parents/deux/', kit('deux', 'trois')), ...under('parents/trois/', kit('trois', 'deux')) },
      'parents/trois/kit.yaml:5:10 : Ces kits se prolongent en rond : un → deux → trois → deux. Retirez l’un des « extends ».'],
    ['itself', { ...kit('petit', 'petit'), ...under('parents/petit/', tinySources()) }, 'kit.yaml:5:10 : Ces kits se prolongent en rond : petit → petit. Retirez l’un des « extends ».'],
    ['a kit that is not there', kit('un', 'necc'), 'kit.yaml:5:10 : Le kit « necc », que celui-ci prolonge, n’est pas là.'],
    ['a folder that is not there', kit('un', './socle'), 'kit.yaml:5:10 : Aucun kit à cet endroit : ./socle. Un kit est un dossier qui contient « kit.yaml ».'],
    ['two parents', { ...tinySources(), 'kit.yaml': `${kit('un')['kit.yaml']}extends: [a, b]\n` }, 'kit.yaml:5:10 : Il faut un texte, et non une liste.'],
  ])('%s is refused, and nothing else is told', (_, sources, said) => expect(problemsOf(sources)).toEqual([said]));

  it.each([
    '..', '../socle', './..', './../socle', './socle/../..', '/etc', 'C:/kits', 'C:\\kits', '..\\socle', './a\\b', '//srv/kit', './%2e%2e/./x', '"./a\\u0000b"', './.cache',
    './', '.', './templates/x', './profiles', './examples/x', './parents/nec', 'socle/fond', 'http://x', '"un kit"', 'éléphant', './a//b', './a./b',
  ])('P05: %s leads nowhere', (path) => {
    const folders = ['', 'socle/', 'a/', 'a/b/', 'templates/x/', 'profiles/', 'examples/x/', '../', '../socle/'];
    const everywhere = Object.assign({}, ...folders.map((folder) => under(folder, tinySources()))) as KitSources;
    expect(problemsOf({ ...everywhere, ...kit('un', path) })).toEqual([expect.stringMatching(/^kit\.yaml:5:10 : « .* » ne convient pas\. Attendu : le nom d’un kit livré/s)]);
  });

  it('the newest tool that one of them needs is needed', () => {
    const newer = tinySources({ 'kit.yaml': `${tinySources()['kit.yaml']}needs_tool: 2.0.0\n` });
    expect(problemsOf(themeSources({}, newer), '1.0.0')).toEqual([expect.stringMatching(/^parents\/petit\/kit\.yaml:5:13 : Ce kit demande nec-local 2\.0\.0/)]);
    const parsed = parseKit(themeSources({ 'kit.yaml': `${THEME}needs_tool: 0.3.0\n` }, newer));
    expect(parsed.ok && parsed.value.needsTool).toBe('2.0.0');
  });
});

describe('completeKit', () => {
  const shipped = { ids: ['petit', 'theme'], textsOf: (id: string): KitSources => (id === 'petit' ? tinySources({ 'examples/x.yaml': 'x' }) : { 'kit.yaml': THEME }) };
  const extending = (parent: string): KitSources => ({ 'kit.yaml': THEME.replace('id: theme', 'id: moi').replace('petit', parent) });

  it('puts every shipped parent beside, without its examples', () => {
    const whole = completeKit(extending('theme'), shipped);
    expect(whole).toEqual({ ok: true, value: { ...extending('theme'), 'parents/theme/kit.yaml': THEME, ...under('parents/petit/', tinySources()) } });
    expect(whole.ok && problemsOf(whole.value)).toEqual([]);
  });

  it('leaves alone a kit that needs nothing, or that has its parent already', () => {
    for (const sources of [tinySources(), themeSources({}, tinySources({ 'sources.yaml': 'sources: []\n' }))]) {
      expect(completeKit(sources, shipped)).toEqual({ ok: true, value: sources });
    }
  });

  it('a half parent is replaced as a whole', () => {
    const whole = completeKit({ ...extending('petit'), 'parents/petit/tasks.yaml': 'x', 'parents/petit/y.yaml': 'x' }, shipped);
    expect(whole).toEqual({ ok: true, value: { ...extending('petit'), ...under('parents/petit/', tinySources()) } });
  });

  it('says what there is when a name is wrong', () => {
    const whole = completeKit(extending('petits'), shipped);
    expect(whole.ok ? [] : whole.problems.map((problem) => plain(sentence(problem)))).toEqual([
      'kit.yaml:5:10 : Le kit « petits », que celui-ci prolonge, n’est pas là. Vouliez-vous dire « petit » ? Livrés avec l’outil : petit, theme. Un dossier de ce kit s’écrit « ./petits ».',
    ]);
  });

  it.each(['constructor', '__proto__', 'toString'])('%s is no kit', (name) => {
    expect(completeKit(extending(name), shipped).ok).toBe(name === '__proto__');
    expect(problemsOf(extending(name))).toHaveLength(1);
  });
});

it('nothing of a parent is lost nor doubled, whatever is replaced, removed and added', () => {
  const known = ['T01', 'T02', 'T03'];
  const entry = fc.record({ id: fc.constantFrom(...known, 'A1', 'A2', 'A3'), remove: fc.boolean(), place: fc.option(fc.constantFrom(...known, 'A1')) });
  fc.assert(fc.property(fc.uniqueArray(entry, { selector: ({ id }) => id }), (entries) => {
    const lines = entries.map(({ id, remove, place }) => {
      const words = `${remove ? ', remove: true' : ''}${place === null ? '' : `, place_after: ${place}`}`;
      return known.includes(id) ? `  - { id: ${id}${words}, needs: [], document: }\n` : task(id, words);
    });
    const rest = known.filter((id) => !entries.some((given) => given.id === id)).map((id) => `  - { id: ${id}, needs: [], document: }\n`);
    const template = { 'templates/note.md': '# Note\n' };
    const parsed = parseKit(themeSources({ ...tasks(...lines, ...rest), ...template }));
    if (!parsed.ok) {
      expect(parsed.problems.filter(({ code }) => !['removed-unknown', 'place-unknown'].includes(code))).toEqual([]);
      return;
    }
    const gone = entries.filter(({ remove }) => remove).map(({ id }) => id);
    const added = entries.filter(({ id, remove }) => !remove && !known.includes(id)).map(({ id }) => id);
    expect(ids(parsed.value.tasks).toSorted()).toEqual([...known.filter((id) => !gone.includes(id)), ...added].toSorted());
  }));
});
