import type { RawAnswer } from '../../src/answers/raw-answer.ts';
import type { AskRequest, Prompter, Reply } from '../../src/io/prompter.ts';

/** One thing that the person does when a question is shown. */
export type Turn = { readonly type: RawAnswer } | 'enter' | 'back' | 'why' | 'stop';

export interface ScriptedPrompter extends Prompter {
  /** Ids in the order they were shown. */
  readonly asked: readonly string[];
  readonly requests: readonly AskRequest[];
  /** What was said about answers that could not be taken. */
  readonly refusals: readonly string[];
}

const isTurn = (value: unknown): value is Turn => {
  if (typeof value === 'object' && value !== null) return 'type' in value && Object.keys(value).length === 1;
  return typeof value === 'string' && ['enter', 'back', 'why', 'stop'].includes(value);
};

/** Several turns for one id, used up one each time that it is shown or refused; then Entrée. */
export const turns = (...list: readonly (Turn | RawAnswer)[]): { readonly turns: readonly Turn[] } =>
  ({ turns: list.map((item) => (isTurn(item) ? item : { type: item })) });

/**
 * A person who answers by question id, in whatever order questions come. Questions not in the script get Entrée: what
 * is proposed. A refused answer is recorded and the next turn is played.
 */
export function scriptedPrompter(
  script: Readonly<Record<string, RawAnswer | ReturnType<typeof turns>>>, style: Prompter['style'] = 'lines',
): ScriptedPrompter {
  const left = new Map<string, Turn[]>(Object.entries(script).map(([id, item]) =>
    [id, typeof item === 'object' && item !== null && 'turns' in item && Array.isArray(item['turns'])
      ? [...(item['turns'] as Turn[])] : [{ type: item as RawAnswer }]]));
  const asked: string[] = [];
  const requests: AskRequest[] = [];
  const refusals: string[] = [];
  return {
    style, asked, requests, refusals, close: () => undefined,
    ask: async (request): Promise<Reply> => {
      asked.push(request.id);
      requests.push(request);
      if (asked.length > 300) throw new Error(`The wizard goes round: ${asked.slice(-20).join(' ')}`);
      for (let tries = 0; tries < 20; tries += 1) {
        const turn = left.get(request.id)?.shift() ?? 'enter';
        if (turn === 'back' || turn === 'why' || turn === 'stop') return { kind: turn };
        const raw = turn === 'enter' ? enter(request) : turn.type;
        const refusal = request.check(raw);
        if (refusal === undefined) return { kind: 'value', raw };
        refusals.push(`${request.id}: ${refusal}`);
      }
      throw new Error(`No good answer for ${request.id}: ${refusals.at(-1)}`);
    },
  };
}

function enter(request: AskRequest): RawAnswer {
  switch (request.kind) {
    case 'text': return request.suggestion?.raw ?? '';
    case 'choice': return request.current ?? request.choices[0]?.value ?? '';
    case 'choices': return request.current;
    case 'search': return request.current?.value ?? '';
  }
}
