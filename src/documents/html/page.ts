import type { Plan } from '../../model.ts';
import { licenceName } from '../licence.ts';
import { attributes, html, type Fragment, type Html } from './html.ts';
import { stylesheet } from './stylesheet.ts';

export interface PageParts {
  readonly plan: Plan;
  /** What the window shows; the name of the event is added. */
  readonly title: string;
  /** The banner, with the only `h1`. */
  readonly banner: Fragment;
  readonly main: Fragment;
  /** A narrow column, for pages that are read or filled in line by line. */
  readonly slim?: boolean;
  /** More words for the foot of the page. */
  readonly foot?: Fragment;
}

/** Nothing is loaded and nothing runs, whatever a text of the folder contains. */
const policy = 'default-src \'none\'; style-src \'unsafe-inline\'; base-uri \'none\'';

/**
 * One self-contained page: no script, no network, landmarks, skip link (WCAG 2.2 AA).
 * Content that people wrote is escaped by {@link html}, and `bdi` keeps its direction to itself.
 */
export function page({ plan, title, banner, main, foot, slim = false }: PageParts): string {
  return `<!doctype html>\n${html`<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="generator" content="nec-local">
<title>${title} – ${plan.eventName}</title>
${stylesheet}
</head>
<body${attributes({ class: slim && 'slim' })}>
<a class="skip" href="#contenu">Aller au contenu</a>
<header class="banner"><div class="frame">
${banner}
</div></header>
<main id="contenu" tabindex="-1" class="frame">
${main}
</main>
<footer class="foot"><div class="frame">
${foot}
<p>Page faite par nec-local avec le kit « ${plan.kit.name} », version ${plan.kit.version}.
Contenu du kit : ${licenceName(plan.kit)}.</p>
</div></footer>
</body>
</html>`}\n`;
}

/** A titled part of a page, named for those who move from landmark to landmark. */
export function section(id: string, title: string, content: Fragment): Html {
  return html`<section id="${id}" aria-labelledby="${id}-titre">
<h2 id="${id}-titre">${title}</h2>
${content}
</section>
`;
}
