import { createInterface } from 'node:readline';

export interface LineReader {
  /** The next line, or undefined at the end of the input or on Ctrl-C. */
  read(): Promise<string | undefined>;
  close(): void;
}

/**
 * Reads a stream line by line, keyboard or pipe. Lines that come before they are asked for wait: on a pipe the whole
 * dialogue may arrive at once.
 */
export function readLines(input: NodeJS.ReadableStream): LineReader {
  const readline = createInterface({ input, terminal: false, crlfDelay: Infinity });
  const waiting: string[] = [];
  let ended = false;
  let deliver: ((line: string | undefined) => void) | undefined;
  const give = (line: string | undefined): void => {
    deliver?.(line);
    deliver = undefined;
  };
  readline.on('line', (line) => (deliver ? give(line) : waiting.push(line)));
  readline.on('close', () => {
    ended = true;
    give(undefined);
  });
  const interrupt = (): void => {
    ended = true;
    waiting.length = 0;
    readline.close();
  };
  process.once('SIGINT', interrupt);
  return {
    read: () => new Promise((resolve) => {
      const line = waiting.shift();
      if (line !== undefined || ended) resolve(line);
      else deliver = resolve;
    }),
    close: () => {
      process.removeListener('SIGINT', interrupt);
      readline.close();
    },
  };
}
