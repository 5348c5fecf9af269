import type { IdMap, RenamedList, Renames } from '../model.ts';
import { problem } from '../problem.ts';
import { list, refine, text, type Decoder, type Report } from '../shared/decode.ts';
import type { Located } from '../shared/yaml.ts';
import { id } from './fields.ts';
import { reservedIds } from './read-questions.ts';
import { stepInto, type KitFiles } from './where.ts';

const LISTS: readonly (readonly [file: string, list: string, as: RenamedList])[] = [
  ['questions.yaml', 'questions', 'questions'],
  ['tasks.yaml', 'phases', 'phases'], ['tasks.yaml', 'roles', 'roles'], ['tasks.yaml', 'tasks', 'tasks'],
  ['budget.yaml', 'lines', 'lines'], ['budget.yaml', 'income', 'income'], ['budget.yaml', 'in_kind', 'inKind'],
  ['audiences.yaml', 'audiences', 'audiences'], ['themes.yaml', 'themes', 'themes'], ['formats.yaml', 'formats', 'formats'],
  ['forms.yaml', 'forms', 'forms'], ['rules.yaml', 'rules', 'rules'], ['dates.yaml', 'favours', 'favours'], ['programme.yaml', 'slots', 'slots'], ['documents.yaml', 'documents', 'documents'],
];

/** Answers whose words are ids of a list of the kit: they follow its renames without a word about it. */
const WORDS_OF_LIST: Readonly<Record<string, RenamedList>> = { 'publics': 'audiences', 'themes': 'themes', 'financeurs.type': 'income' };

/**
 * Every `renamed_from` of a kit: one old id or several, each for good. An old id that is still used, or claimed twice,
 * would send what people wrote to the wrong place: it is a problem.
 */
export function readRenames(files: KitFiles, report: Report): Renames {
  const entries = Object.fromEntries(LISTS.flatMap(([file, name, as]) =>
    named(as, renamesOf(itemsOf(files.get(file), name), 'id', as === 'questions' ? questionId : id, report)))) as Renames['entries'];
  const words = itemsOf(files.get('questions.yaml'), 'questions').flatMap((question) => wordsOf(question, entries, report));
  const rows = itemsOf(files.get('tables.yaml'), 'tables').flatMap((table) => named(textAt(table, 'id'), renamesOf(itemsOf(table, 'rows'), 'id', id, report)));
  return { entries, words: Object.fromEntries(words), ...(rows.length > 0 && { rows: Object.fromEntries(rows) }) };
}

/** Words that never named a question: renaming them would change keys of ours in `nec-local.yaml`. */
const questionId: Decoder<string> = refine(id, (value, node, report) => {
  if (!reservedIds.includes(value)) return value;
  report(problem('reserved-id', { id: value }, node.at));
  return undefined;
});

/** The words of the answers to one question, under the keys of {@link Renames}. */
function wordsOf(question: Located, entries: Renames['entries'], report: Report): readonly (readonly [string, IdMap])[] {
  const name = textAt(question, 'id');
  const columns = itemsOf(question, 'fields');
  const choices = (owner: Located, key: string): readonly (readonly [string, IdMap])[] => {
    const items = itemsOf(owner, 'choices');
    const followed = key === name && textAt(question, 'type') === 'roles' ? 'roles' : WORDS_OF_LIST[key];
    const present = items.map((item) => textAt(item, 'value'));
    const inherited = Object.entries((followed && entries[followed]) ?? {}).filter(([old]) => !present.includes(old));
    return named(key, { ...Object.fromEntries(inherited), ...renamesOf(items, 'value', text, report) });
  };
  return [
    ...(columns.length === 0 ? choices(question, name) : named(name, renamesOf(columns, 'id', id, report))),
    ...columns.flatMap((column) => choices(column, `${name}.${textAt(column, 'id')}`)),
  ];
}

/** Old id → present id, in one list whose entries are known by `key`. */
function renamesOf(items: readonly Located[], key: 'id' | 'value', decode: Decoder<string>, report: Report): IdMap {
  const present = items.map((item) => textAt(item, key));
  const found = new Map<string, string>();
  items.forEach((item, index) => {
    const node = stepInto(item, 'renamed_from');
    const now = present[index];
    if (!node || now === undefined) return;
    (list(decode)(node, report) ?? []).forEach((old, rank) => {
      const why = old === now ? 'itself' : present.includes(old) ? 'in-use' : found.has(old) ? 'twice' : undefined;
      if (why) report(problem('bad-rename', { id: old, why }, (node.kind === 'list' ? node.items[rank] : node)?.at));
      else found.set(old, now);
    });
  });
  return Object.fromEntries(found);
}

function itemsOf(node: Located | undefined, key: string): readonly Located[] {
  const items = node && stepInto(node, key);
  return items?.kind === 'list' ? items.items : [];
}

/** The text under a key, as its decoder reads it; what is missing or wrong was reported by that one. */
function textAt(node: Located, key: string): string {
  const value = stepInto(node, key);
  return (value && text(value, () => undefined)) ?? '';
}

const named = <K extends string>(key: K, ids: IdMap): readonly (readonly [K, IdMap])[] =>
  (Object.keys(ids).length === 0 ? [] : [[key, ids]]);
