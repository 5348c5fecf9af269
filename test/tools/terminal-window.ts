import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { BIN, plain, TODAY } from '../support/shell.ts';

/** A real terminal, in tmux: what a person sees and types. */
export interface TerminalWindow {
  /** Types words, then Entrée. */
  say(words: string): void;
  /** Types words only. */
  type(words: string): void;
  /** Presses a key, as tmux names it: `Enter`, `Escape`, `Down`, `Space`, `C-c`. */
  press(...keys: readonly string[]): void;
  /** Waits until the screen shows this, and gives the screen. */
  see(what: string | RegExp): Promise<string>;
  /** Everything shown since the start. */
  history(): string;
  close(): void;
}

const PATIENCE = 15_000;
const GLANCE = 40;
let windows = 0;

/** Opens a window of 100 × 36 where the built program runs; when it ends, the window says « sortie = code ». */
export function openWindow(cwd: string, argv: readonly string[], env: Readonly<Record<string, string>> = {}): TerminalWindow {
  windows += 1;
  const socket = `nec-${process.pid}-${windows}`;
  const tmux = (...args: readonly string[]): string => {
    const { status, stdout, stderr } = spawnSync('tmux', ['-L', socket, '-f', '/dev/null', ...args], { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C.UTF-8' } });
    if (status !== 0) throw new Error(`tmux ${args.join(' ')}: ${stderr}`);
    return stdout;
  };
  const command = [process.execPath, BIN, ...argv, '--today', TODAY].map((word) => `'${word}'`).join(' ');
  const variables = Object.entries({ HOME: join(cwd, 'maison'), ...env }).map(([name, value]) => `${name}='${value}'`).join(' ');
  tmux('-u', 'new-session', '-d', '-x', '100', '-y', '36', '-c', cwd, `stty -echoctl; ${variables} ${command}; echo "sortie = $?"; stty sane; read fin`);
  const screen = (): string => plain(tmux('capture-pane', '-p', '-t', '0'));
  const type = (words: string): void => void tmux('send-keys', '-t', '0', '-l', words);
  const press = (...keys: readonly string[]): void => void tmux('send-keys', '-t', '0', ...keys);
  return {
    type, press,
    say: (words) => {
      type(words);
      press('Enter');
    },
    async see(what) {
      const deadline = Date.now() + PATIENCE;
      for (;;) {
        const shown = screen();
        if (typeof what === 'string' ? shown.includes(what) : what.test(shown)) return shown;
        if (Date.now() > deadline) throw new Error(`Never seen: ${what}\n${shown}`);
        await pause(GLANCE);
      }
    },
    history: () => plain(tmux('capture-pane', '-p', '-J', '-S', '-', '-t', '0')),
    close: () => void spawnSync('tmux', ['-L', socket, 'kill-server']),
  };
}
