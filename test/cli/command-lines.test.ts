import { describe, expect, it } from 'vitest';
import { memoryDisk } from '../support/memory-disk.ts';
import { ROOT, runIn } from '../support/shell.ts';

type Row = readonly [argv: string, exit: number, stream: 'out' | 'err', said: string | RegExp];

/** « a 'b c' » as a shell would cut it. */
const cut = (line: string): readonly string[] => [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, word]) => quoted ?? word ?? '');

describe('W16 what is typed, and what comes out', () => {
  it.each<Row>([
    ['--version', 0, 'out', /^nec-local \d+\.\d+\.\d+/],
    ['-V', 0, 'out', /^nec-local \d+\.\d+\.\d+/],
    ['--help', 0, 'out', /^Exemples :\n[^]*Usage : nec-local \[options\] \[commande\]/],
    ['', 0, 'out', /^Exemples :/],
    ['help', 0, 'out', /^Exemples :/],
    ['help init', 0, 'out', 'Usage : nec-local init [options] [dossier]'],
    ['init --help', 0, 'out', 'Usage : nec-local init [options] [dossier]'],
    ['help kit', 0, 'out', 'verifier <dossier>'],
    ['help codes', 0, 'out', /^Codes de sortie\n +0 +fait/],
    ['help zz', 2, 'err', /^Il n’y a pas d’aide sur « zz »\. Pour l’aide : nec-local --help\n$/],
    ['help code', 2, 'err', '« code ». Vouliez-vous dire « codes » ?'],
    ['intt', 2, 'err', 'La commande « intt » n’existe pas. Vouliez-vous dire « init » ?'],
    ['frobnicate', 2, 'err', /^La commande « frobnicate » n’existe pas\. Pour l’aide/],
    ['kit', 2, 'err', 'Il manque une commande.'],
    ['kit verifer x', 2, 'err', 'Vouliez-vous dire « verifier » ?'],
    ['kit verifier', 2, 'err', 'Il manque « dossier ».'],
    ['reporter', 2, 'err', 'Il manque « date », par exemple : nec-local reporter 2027-11-18.'],
    ['init --jsno', 2, 'err', 'L’option « --jsno » n’existe pas. Vouliez-vous dire « --json » ?'],
    ['init --anwsers=r.yaml', 2, 'err', 'Vouliez-vous dire « --answers » ?'],
    ['init --answers', 2, 'err', 'Il manque une valeur après « --answers ».'],
    ['init mon nec', 2, 'err', /trop de mots[^]*entre guillemets/],
    ['init x --yes --today demain', 2, 'err', '--today : « demain » n’est pas une date. Écrivez-la AAAA-MM-JJ'],
    ['init x --yes --today 2027-02-29', 2, 'err', '« 2027-02-29 » n’est pas une date'],
    ['init x --yes --set jauge', 2, 'err', '--set jauge : il manque « =valeur »'],
    ['init x --yes --set jauge=abc', 65, 'err', 'jauge : « abc » ne convient pas. Attendu : un nombre entre 5 et 5 000'],
    ['init x --yes --set juage=80', 65, 'err', 'La réponse « juage » n’existe pas. Vouliez-vous dire « jauge » ?'],
    ['init x --yes --set constructor=1', 65, 'err', 'La réponse « constructor » n’existe pas'],
    ['init x --yes --set date=31/02/2027', 65, 'err', '« 31/02/2027 » ne convient pas'],
    ['init x --yes --set collectivite=13001', 65, 'err', /répondent à « 13001 ».*commune:13001 Aix-en-Provence .*commune:13055 Marseille .*Écrivez son code, par exemple commune:13001\./],
    ["init x --yes --set 'collectivite=Saint-Denis'", 65, 'err', /Plusieurs collectivités répondent à « Saint-Denis »\. Choisissez-en une : .*commune:97411/],
    ['init x --yes --profil creusee', 2, 'err', 'Le profil « creusee » n’existe pas. Vouliez-vous dire « creuse » ?'],
    ['init x --yes', 4, 'err', /^Il manque 1 réponse que --yes ne peut pas deviner\. Donnez-la avec --set, --answers ou --profil\.\n/],
    ['init x --yes', 4, 'err', /collectivite : .*--set collectivite=departement:23/],
    ['init x --yes --answers absent.yaml', 65, 'err', 'Le fichier de réponses est introuvable : absent.yaml'],
    ['init x --yes --kit absent', 65, 'err', /Aucun kit à cet endroit : .*absent/],
    ['init x --yes -C absent', 2, 'err', '-C : impossible d’ouvrir le dossier « absent »'],
    ['kit verifier x -C absent', 2, 'err', '-C : impossible d’ouvrir le dossier « absent »'],
    ['kit verifier absent', 65, 'err', 'Un kit est un dossier qui contient « kit.yaml »'],
  ])('%s', async (argv, exit, stream, said) => {
    const disk = memoryDisk();
    const ran = await runIn({ disk }, ...cut(argv));
    expect(ran[stream]).toMatch(said);
    expect(ran[stream === 'out' ? 'err' : 'out']).toBe('');
    expect(ran.exit).toBe(exit);
    expect(disk.tree()).toEqual({});
  });

  it('kit verifier, on the shipped kit', async () => {
    const ran = await runIn({}, 'kit', 'verifier', `${ROOT}/kits/nec`);
    expect(ran).toMatchObject({ exit: 0, err: '' });
    expect(ran.out).toMatch(/^Le kit « .* » \(nec .*\) est bon\.\n  \d+ questions, \d+ tâches/);
  });

  it('W01 init without a terminal names every missing answer, each with the flag that gives it', async () => {
    const { exit, out, err } = await runIn({}, 'init', 'x');
    const ids = ['collectivite', 'date', 'publics', 'jauge', 'budget', 'partenaires', 'themes', 'appel', 'inscriptions'];
    expect(exit).toBe(4);
    expect(out).toBe('');
    expect(err).toMatch(/^Il manque 9 réponses, et il n’y a pas de terminal/);
    for (const id of ids) expect(err).toMatch(new RegExp(`^${id} : .*\\(--set ${id}=.+\\)$`, 'm'));
  });

  it('the flags that it proposes are good ones', async () => {
    const { err } = await runIn({}, 'init', 'x');
    const flags = [...err.matchAll(/\((--set) (.+)\)$/gm)].flatMap(([, flag = '', value = '']) => [flag, value]);
    expect(await runIn({}, 'init', 'x', ...flags)).toMatchObject({ exit: 0, err: '' });
  });

  it('help fits a screen', async () => {
    for (const topic of [[], ['init'], ['kit'], ['codes']]) {
      const lines = (await runIn({}, 'help', ...topic)).out.split('\n');
      expect(lines.length, topic.join()).toBeLessThanOrEqual(40);
      for (const line of lines) expect(line.length).toBeLessThanOrEqual(80);
    }
  });

  it('help codes tells every code that the program can give', async () => {
    const { out } = await runIn({}, 'help', 'codes');
    expect([...out.matchAll(/^ +(\d+) {2}\S/gm)].map(([, code]) => Number(code))).toEqual([0, 1, 2, 3, 4, 5, 65, 73, 74, 130]);
  });
});
