import type { RawAnswer } from '../../src/answers/raw-answer.ts';
import { textRenderer } from '../../src/documents/render-text.ts';
import { textInput } from '../../src/documents/text-input.ts';
import type { Block } from '../../src/model.ts';
import { holds } from '../../src/shared/condition.ts';
import { loadSources, makeFolder } from './folder.ts';
import { necSources } from './kit.ts';

type Written = Readonly<Record<string, RawAnswer>>;

/** A text of the shipped kit as it was written, and as it is with other answers. */
export interface TextPair {
  readonly name: string;
  readonly base: readonly Block[];
  readonly next: readonly Block[];
}

/** What may change while a folder is worked in. */
const CHANGES: Readonly<Record<string, Written>> = {
  'another date': { date: '2027-12-02' },
  'a place': { lieu: 'Salle des fêtes de la gare', jauge: 60, contact: 'nec@exemple.fr' },
  'another event': { jauge: 150, budget: 9000, publics: ['elus', 'habitants', 'mediateurs'], themes: ['inclusion', 'mediation-metier'], lieu: 'Médiathèque Simone-Veil', date: '2027-06-10' },
  'two days': { jours: 2, restauration: 'aucune', date: '2027-10-21' },
};

/** Every text of every profile before and after each of these changes. */
export async function textPairs(): Promise<readonly TextPair[]> {
  const loaded = loadSources(necSources());
  const render = async (answers: Written): Promise<ReadonlyMap<string, readonly Block[]>> => {
    const { plan } = await makeFolder(loaded, { debut: '2026-11-23', ...answers }, '2026-11-23');
    const renderText = textRenderer(textInput(plan), await loaded.templates());
    const specs = plan.kit.documents.filter(({ kind, when }) => kind === 'text' && holds(when, plan.facts));
    return new Map(specs.map((spec) => [spec.id, renderText(spec, spec.path).blocks]));
  };
  const pairs: TextPair[] = [];
  for (const { id, answers } of loaded.kit.profiles) {
    const written = await render(answers as Written);
    for (const [change, given] of Object.entries(CHANGES)) {
      const now = await render({ ...answers as Written, ...given });
      for (const [document, base] of written) {
        const next = now.get(document);
        if (next) pairs.push({ name: `${document} of ${id}, ${change}`, base, next });
      }
    }
  }
  return pairs;
}
