import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Shell } from '../cli/shell.ts';
import { realDisk } from './disk.ts';
import { thisMachine } from './machine.ts';

/** The world as it is. */
export function realShell(): Shell {
  return {
    cwd: process.cwd(),
    env: process.env,
    // Asked for when needed: Node makes these streams on first sight, and `--help` needs neither.
    get stdinIsTerminal() {
      return process.stdin.isTTY === true;
    },
    get stdoutIsTerminal() {
      return process.stdout.isTTY === true;
    },
    get columns() {
      return process.stderr.columns;
    },
    disk: realDisk,
    get machine() {
      return thisMachine();
    },
    assets: assetsFolder(),
    today: civilToday,
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    async prompter({ accessible, colour }) {
      if (accessible) {
        const { createLinePrompter } = await import('./prompts/line-prompter.ts');
        return createLinePrompter({ input: process.stdin, output: process.stderr });
      }
      const { createTerminalPrompter } = await import('./prompts/terminal-prompter.ts');
      return createTerminalPrompter({ input: process.stdin, output: process.stderr, color: colour });
    },
    open: openWithDesktop,
    uninterrupted(work) {
      // Writing is synchronous and short: with a listener, a Ctrl-C meanwhile no longer kills the process half-way.
      const wait = (): void => undefined;
      process.on('SIGINT', wait);
      try {
        return work();
      } finally {
        process.off('SIGINT', wait);
      }
    },
  };
}

/** The build lays the data beside the program, whose parts may lie one folder deeper. */
function assetsFolder(): string {
  const here = fileURLToPath(new URL('.', import.meta.url));
  return here.endsWith(join('parts', '/')) ? join(here, '..') : here;
}

/** Today where the person is. */
function civilToday(): string {
  const now = new Date();
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Opens a file with the program that the person's desktop has for it. A desktop that has none is no failure. */
async function openWithDesktop(path: string): Promise<void> {
  const { spawn } = await import('node:child_process');
  const command = { win32: 'explorer.exe', darwin: 'open' }[process.platform as string] ?? 'xdg-open';
  const child = spawn(command, [path], { detached: true, stdio: 'ignore' });
  child.on('error', () => undefined);
  child.unref();
}
