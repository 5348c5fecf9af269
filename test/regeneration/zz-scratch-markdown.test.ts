import { it } from 'vitest';
import { living } from '../support/living.ts';
const restyle = (text: string): string => text.replace(/^( *)- (?!$)/gm, '$1* ').replace(/^## (.*)$/gm, '$1\n---').replace(/\*\*([^*\n]+)\*\*/g, '__$1__').replaceAll('| --- ', '|:--').replaceAll('\n', '\r\n');
it('x', async () => {
  const base = ['--set', 'textes=markdown'];
  for (const sets of [['jauge=400'], ['budget=20000'], ['niveau=confort'], ['forme=lieu-unique'], ['forme=principal-relais', 'jauge=300', 'budget=90000', 'milieu=dense'], ['publics=elus'], ['partenaires=aucun'], ['themes=ia'], ['nom=Fête'], ['captation=oui'], ['restauration=aucune']]) {
    const folder = await living(...base);
    const pads = Object.keys(folder.snapshot()).filter((p) => p.endsWith('.md'));
    for (const p of pads) folder.write(p, restyle(folder.text(p)));
    const argv = sets.flatMap((s) => ['--set', s]);
    try {
      const r = await folder.run('generer', ...argv);
      const fresh = await living(...base, ...argv);
      for (const p of pads) {
        if (!fresh.has(p)) { console.log(sets, p, 'gone', r.said[p]); continue; }
        const same = folder.text(p) === restyle(fresh.text(p));
        const soft = folder.text(p).replace(/^(\s*)[-*] /gm, '$1- ').replaceAll('**','__').replace(/^## (.*)\r$/gm, '$1\r\n---\r') === restyle(fresh.text(p)).replace(/^(\s*)[-*] /gm, '$1- ');
        console.log(sets, p, r.said[p], same, soft, JSON.stringify(r.changes.find((c) => c.path === p)?.notes ?? []));
        if (!same && !soft) {
          const a = folder.text(p).split('\r\n'), b = restyle(fresh.text(p)).split('\r\n');
          console.log(a.filter((l) => !b.includes(l)).slice(0, 12), '=== fresh', b.filter((l) => !a.includes(l)).slice(0, 12));
        }
      }
    } catch (e) { console.log(sets, String(e).slice(0, 300)); }
  }
});
