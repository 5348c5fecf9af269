import { problem, type Problem } from '../problem.ts';
import type { Removal } from './lay-list.ts';

/** The list whose entries a problem calls so. */
const LIST_OF_KIND: Readonly<Record<string, string>> = {
  'chapitre': 'chapters', 'fait': 'questions', 'phase': 'phases', 'rôle': 'roles', 'tâche': 'tasks', 'recette': 'income',
  'public': 'audiences', 'format': 'formats', 'formulaire': 'forms', 'document': 'documents', 'source': 'sources',
};

/**
 * Problems of a kit that took entries of its parent away. What still names one of them may be far off, in the parent: the
 * removal is told instead, once, with the places that name it.
 */
export function tellRemovals(problems: readonly Problem[], removals: readonly Removal[]): readonly Problem[] {
  const told = removals.flatMap((removal) => {
    const places = problems.filter((found) => names(found, removal)).flatMap(({ at }) => at ?? []);
    return places.length === 0 ? [] : [problem('removed-in-use', { id: removal.id, places }, removal.at)];
  });
  const others = problems.filter((found) => !removals.some((removal) => names(found, removal)));
  return [...told, ...others.map((found) => atRemoval(found, removals))];
}

/** A template names tasks, audiences and themes between quotes, and does not say which. */
function names(found: Problem, { list, id }: Removal): boolean {
  if (found.code === 'template-unknown') return found.args.name === id;
  return found.code === 'unknown-reference' && found.args.id === id && LIST_OF_KIND[found.args.kind] === list;
}

/** A question without which there is no plan is missing where it was taken away. */
function atRemoval(found: Problem, removals: readonly Removal[]): Problem {
  const removal = found.code === 'question-needed' && removals.find(({ list, id }) => list === 'questions' && id === found.args.id);
  return removal ? { ...found, at: removal.at } : found;
}
