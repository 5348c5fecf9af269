import { execFileSync } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { plain } from './shell.ts';

let count = 0;

/** A terminal that nobody looks at: types keys into a real program and reads the screen, no-break spaces as spaces. */
export interface Terminal {
  /** Keys as tmux names them (`Enter`, `Escape`, `Down`, `C-c`) or text to type. */
  type(...keys: readonly string[]): void;
  /** Waits until the screen shows the words; fails with what it shows instead. */
  sees(words: string | RegExp): Promise<string>;
  screen(): string;
  close(): void;
}

/** Runs a shell command in a new terminal of 80 columns, with a tmux server of its own: closing it ends no other. */
export function openTerminal(command: string, rows = 40): Terminal {
  const socket = `nec-test-${process.pid}-${(count += 1)}`;
  const tmux = (...args: readonly string[]): string =>
    execFileSync('tmux', ['-L', socket, ...args], { encoding: 'utf8' });
  tmux('new-session', '-d', '-x', '80', '-y', String(rows), command);
  const screen = (): string => plain(tmux('capture-pane', '-p', '-J')).replace(/[ \n]+$/gm, '');
  return {
    screen,
    type: (...keys) => void tmux('send-keys', ...keys),
    sees: async (words) => {
      for (let tries = 0; tries < 200; tries += 1) {
        const shown = screen();
        if (typeof words === 'string' ? shown.includes(words) : words.test(shown)) return shown;
        await pause(50);
      }
      throw new Error(`The screen never shows ${words}. It shows:\n${screen()}`);
    },
    close: () => void tmux('kill-server'),
  };
}
