import { spoken } from '../../shared/printable.ts';
import type { AskRequest, Prompter, Reply } from '../prompter.ts';
import { interpretLine } from './interpret-line.ts';
import { introduce } from './line-words.ts';
import { readLines } from './line-reader.ts';

export interface LineStreams {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
}

/**
 * The accessible mode: lines out, lines in. Nothing is redrawn, choices are typed as numbers, every state is said in
 * words. Works with a screen reader and through a pipe.
 */
export function createLinePrompter({ input, output }: LineStreams): Prompter {
  const lines = readLines(input);
  const say = (text: string): void => void output.write(`${spoken(text)}\n`);
  return {
    style: 'lines',
    close: () => lines.close(),
    ask: async (request: AskRequest): Promise<Reply> => {
      introduce(request).forEach(say);
      let results: readonly string[] = [];
      for (;;) {
        say('Votre réponse :');
        const line = await lines.read();
        if (line === undefined) return { kind: 'stop' };
        const turn = interpretLine(request, line, results);
        if (turn.kind !== 'again') return turn;
        turn.say.forEach(say);
        results = turn.results;
      }
    },
  };
}
