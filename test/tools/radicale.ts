import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A real CalDAV server (RFC 4791) on loopback, with a folder of its own, until `stop`. */
export interface CalendarServer {
  readonly request: (method: string, path: string, body?: string, headers?: Readonly<Record<string, string>>) => Promise<Reply>;
  readonly stop: () => Promise<void>;
}
export interface Reply { readonly status: number; readonly text: string }

/** Without authentication, any name is a user; each sees their own collections only. */
const USER = 'nec';
const headersOf = (more: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  ({ authorization: `Basic ${Buffer.from(`${USER}:-`).toString('base64')}`, ...more });

/** Starts Debian's radicale, without the machine's own settings, and waits until it answers. */
export async function startRadicale(): Promise<CalendarServer> {
  const folder = mkdtempSync(join(tmpdir(), 'nec-caldav-'));
  const port = await freePort();
  const options = { '--hosts': `127.0.0.1:${port}`, '--auth-type': 'none', '--storage-filesystem-folder': folder, '--logging-level': 'critical' };
  const server = spawn('/usr/bin/radicale', ['--config', '', '--no-ssl', ...Object.entries(options).flat()], { stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => { server.once('exit', () => resolve()); });
  const request: CalendarServer['request'] = async (method, path, body, headers = {}) => {
    const reply = await fetch(`http://127.0.0.1:${port}/${USER}/${path}`, { method, headers: headersOf(headers), ...(body !== undefined && { body }) });
    return { status: reply.status, text: await reply.text() };
  };
  const stop = async (): Promise<void> => {
    server.kill();
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  await untilItAnswers(request, ended).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return { request, stop };
}

async function untilItAnswers(request: CalendarServer['request'], ended: Promise<void>): Promise<void> {
  const answers = (): Promise<boolean> => request('OPTIONS', '').then(() => true, () => false);
  let running = true;
  void ended.then(() => { running = false; });
  for (const deadline = Date.now() + 20_000; running && Date.now() < deadline;) {
    if (await answers()) return;
    await new Promise((resolve) => { setTimeout(resolve, 50); });
  }
  throw new Error('radicale does not answer');
}

/** A port that was free a moment ago. */
const freePort = (): Promise<number> => new Promise((resolve, reject) => {
  const probe = createServer().once('error', reject).listen(0, '127.0.0.1', () => {
    const address = probe.address();
    probe.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port'))));
  });
});
