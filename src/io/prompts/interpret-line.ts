import type { RawAnswer } from '../../answers/raw-answer.ts';
import type { AskRequest, ChoiceRequest, Reply, SearchRequest } from '../prompter.ts';
import { numbered } from './line-words.ts';

/** A reply, or what to say before the next line is read. `results`: values that the numbers of that next line mean. */
export type Turn =
  | Reply
  | { readonly kind: 'again'; readonly say: readonly string[]; readonly results: readonly string[] };

const MAX_RESULTS = 15;

/** What one typed line means for this request. `results` are the values last listed by a search. */
export function interpretLine(request: AskRequest, line: string, results: readonly string[]): Turn {
  const typed = line.trim();
  if (typed === '<') return { kind: 'back' };
  if (typed === '?' && request.hasWhy) return { kind: 'why' };
  if (request.kind === 'search') return searchLine(request, typed, results);
  const raw = typed === '' ? emptyLine(request) : request.kind === 'choice' ? numberedChoice(request, typed) : typed;
  const error = request.check(raw);
  return error === undefined ? { kind: 'value', raw } : again(error);
}

function emptyLine(request: AskRequest): RawAnswer {
  switch (request.kind) {
    case 'text': return request.suggestion?.raw ?? '';
    case 'choice': return request.current ?? '';
    case 'choices': return request.current;
    case 'search': return request.current?.value ?? '';
  }
}

/** The number of a choice, or its words, which the check knows how to read. */
function numberedChoice({ choices }: ChoiceRequest, typed: string): string {
  const listed = /^\d{1,3}$/.test(typed) && !choices.some(({ value }) => value === typed);
  return (listed ? choices[Number(typed) - 1]?.value : undefined) ?? typed;
}

/** A number of the list just shown, an answer that is clear by itself, or words to search for. */
function searchLine(request: SearchRequest, typed: string, results: readonly string[]): Turn {
  const listed = /^\d{1,2}$/.test(typed) ? results[Number(typed) - 1] : undefined;
  const raw = listed ?? (typed === '' ? emptyLine(request) : typed);
  const error = request.check(raw);
  if (error === undefined) return { kind: 'value', raw };
  const found = typed === '' ? [] : request.search(typed);
  if (found.length === 0) return again(error);
  const shown = found.slice(0, MAX_RESULTS);
  const hidden = found.length > shown.length ? ' La liste est plus longue : précisez avec un code postal.' : '';
  return {
    kind: 'again',
    say: [...numbered(shown), `Tapez un numéro de cette liste, ou cherchez autre chose.${hidden}`],
    results: shown.map(({ value }) => value),
  };
}

const again = (error: string): Turn => ({ kind: 'again', say: [`Réponse refusée. ${error}`], results: [] });
