import type { ConflictPiece, OpenConflict } from '../../model.ts';
import { CONFLICT_WORDS } from '../../shared/conflict-words.ts';
import { html, type Html } from './html.ts';
import { pathWords, relativeLink } from './links.ts';
import { section } from './page.ts';
import { count } from './phrases.ts';

const PIECES_SHOWN = 10;
const CHARACTERS_SHOWN = 600;

/** Files that have two versions: why, what differs, and how to settle it without knowing anything of this tool. */
export function conflictList(path: string, conflicts: readonly OpenConflict[]): Html {
  const title = conflicts.length === 1 ? 'À régler : un fichier a deux versions' : `À régler : ${conflicts.length} fichiers ont deux versions`;
  return section('regler', title, html`<p>Rien n’est perdu : votre version est restée en place, la nouvelle est à côté.</p>
<p>Pour chaque fichier :</p>
<ol>
<li>Ouvrez les deux versions.</li>
<li>Recopiez dans la vôtre ce que vous voulez prendre de la nouvelle.</li>
<li>Supprimez la nouvelle version, celle dont le nom contient « nouveau ». C’est réglé.</li>
</ol>
${conflicts.map((conflict) => conflictCard(path, conflict))}`);
}

function conflictCard(path: string, { path: mine, beside, why, pieces }: OpenConflict): Html {
  const more = pieces.length - PIECES_SHOWN;
  return html`<article class="conflict">
<h3>${pathWords(mine)}</h3>
<p>Pourquoi : ${CONFLICT_WORDS[why]}.</p>
<p><a href="${relativeLink(path, mine)}">Ouvrir votre version</a> – <a href="${relativeLink(path, beside)}">Ouvrir la nouvelle version</a>
<br>${pathWords(beside)}</p>
${pieces.slice(0, PIECES_SHOWN).map(piece)}${more > 0 && html`<p>Et ${count(more, 'autre différence', 'autres différences')}, à voir dans les deux fichiers.</p>`}
</article>
`;
}

const piece = ({ place, mine, next, base }: ConflictPiece): Html => html`<h4><bdi>${place}</bdi></h4>
<dl class="versions">
<div class="mine"><dt>Votre texte</dt><dd>${shown(mine)}</dd></div>
<div><dt>Le nouveau texte</dt><dd>${shown(next)}</dd></div>
<div><dt>Avant</dt><dd>${shown(base)}</dd></div>
</dl>
`;

/** Lines as lines; what is too long to be compared here is cut, and whole in the files. */
function shown(text: string): Html {
  if (text === '') return html`<span class="aside">(rien)</span>`;
  const characters = [...text];
  const cut = characters.length > CHARACTERS_SHOWN ? `${characters.slice(0, CHARACTERS_SHOWN).join('')}…` : text;
  return html`<bdi>${cut.split('\n').map((line, index) => html`${index > 0 && html`<br>`}${line}`)}</bdi>`;
}
