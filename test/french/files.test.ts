import { beforeAll, describe, expect, it } from 'vitest';
import type { Plan } from '../../src/model.ts';
import { NOTHING_DONE } from '../../src/shared/nothing-done.ts';
import { encodeDocument } from '../../src/documents/encode.ts';
import { plans } from '../documents/plans.ts';
import { badlySet, longSentences, wordsIn } from '../support/french.ts';
import { loadSources, makeFolder } from '../support/folder.ts';
import { kitSources, necKit, themeIds } from '../support/kit.ts';
import { renderDocuments } from '../support/render-documents.ts';
import { loadSpeller } from '../support/spelling.ts';
import { calendarWords, pageWords, workbookWords } from '../support/words-of-files.ts';

let unknownIn: (text: string) => readonly string[];
beforeAll(async () => {
  ({ unknownIn } = await loadSpeller());
});

/** Ids that sentences name: answers to change, documents to ask for. */
const IDS = new Set([...necKit().questions, ...necKit().documents].flatMap(({ id }) => [...wordsIn(id)]));

/** Commands, and codes with a number: a task, a question of the Senate. */
const CODES = /nec-local [a-z -]+|\b[A-Za-z]+\d+\w*/g;

/** The words of every page, workbook and calendar of a plan, by path, with those that people wrote. */
async function wordsOfFiles(plan: Plan): Promise<readonly (readonly [path: string, words: string])[]> {
  const documents = await renderDocuments(plan, {}, NOTHING_DONE, ({ kind }) => kind !== 'text');
  return Promise.all(documents.map(async (document) => {
    const bytes = await encodeDocument(document, plan);
    const text = new TextDecoder().decode(bytes);
    return [document.path, document.kind === 'table' ? workbookWords(bytes) : document.kind === 'calendar' ? calendarWords(text) : pageWords(text)] as const;
  }));
}

const themed = await Promise.all(themeIds.map(async (id) => [`kit ${id}`, (await makeFolder(loadSources(kitSources(id)), { collectivite: 'departement:23', date: '2027-10-14' }, '2026-11-23')).plan] as const));

describe.each([...Object.entries(plans), ...themed])('%s', async (_, plan) => {
  const people = wordsIn([plan.answers, plan.territory, plan.facts]);
  const files = await wordsOfFiles(plan);

  it.each(files)('%s is spelled right', (_path, words) => {
    expect(unknownIn(words.replace(CODES, ' ')).filter((word) => !people.has(word) && !IDS.has(word))).toEqual([]);
  });

  it.each(files)('%s is set as French is', (_path, words) => expect(badlySet(words)).toEqual([]));

  it.each(files)('%s has sentences that one can follow', (_path, words) => expect(longSentences(words)).toEqual([]));
});
