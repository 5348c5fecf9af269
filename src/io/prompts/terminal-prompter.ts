import type { AskRequest, Prompter, Reply } from '../prompter.ts';
import { onLeavingKey, prepareKeys, type Key } from './escape-keys.ts';
import { showRequest } from './terminal-requests.ts';

export interface TerminalStreams {
  readonly input: NodeJS.ReadStream;
  readonly output: NodeJS.WriteStream;
  readonly color: boolean;
}

/** Lines that the question, its help and the keys take around a list. */
const LINES_AROUND_LIST = 10;

/** Prompts drawn on a terminal, by Inquirer. A prompt is wiped once answered or left; the caller prints what stays. */
export function createTerminalPrompter({ input, output, color }: TerminalStreams): Prompter {
  prepareKeys(input);
  return {
    style: 'screen',
    close: () => {
      if (input.isTTY) input.setRawMode(false);
      input.pause();
    },
    ask: async (request: AskRequest): Promise<Reply> => {
      const leaving = new AbortController();
      let key: Key = 'back';
      const typesText = request.kind === 'text' || request.kind === 'search';
      const stopListening = onLeavingKey(input, request.hasWhy && !typesText, (pressed) => {
        key = pressed;
        leaving.abort();
      });
      const pageSize = Math.max(5, (output.rows ?? 24) - LINES_AROUND_LIST);
      const width = (output.columns ?? 80) - 1;
      try {
        const context = { input, output, signal: leaving.signal, clearPromptOnDone: true };
        return await showRequest(request, { context, color, width, pageSize });
      } catch (error) {
        const name = error instanceof Error ? error.name : '';
        if (name === 'AbortPromptError') return { kind: key };
        if (name === 'ExitPromptError') return { kind: 'stop' };
        throw error;
      } finally {
        stopListening();
      }
    },
  };
}
