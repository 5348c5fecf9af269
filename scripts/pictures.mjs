// The pictures of the README, from real runs: a dashboard in Chromium, the questions in a terminal (tmux).
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const bin = join(root, 'bin', 'nec-local.js');
const pictures = join(root, 'docs', 'images');
const folder = mkdtempSync(join(tmpdir(), 'nec-pictures-'));
const TODAY = '2026-11-23';

const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });

async function shoot(name, url, width, height, prepare = async () => undefined) {
  const page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor: 1 });
  await page.goto(url);
  await prepare(page);
  await page.screenshot({ path: join(pictures, name) });
  await page.close();
}

execFileSync(process.execPath, [bin, 'init', join(folder, 'nec'), '--profil', 'creuse', '--yes', '--quiet', '--today', TODAY]);
await shoot('tableau-de-bord.png', pathToFileURL(join(folder, 'nec', 'tableau-de-bord.html')).href, 1100, 1180);

const tmux = (...args) => execFileSync('tmux', ['-L', 'nec-pictures', ...args], { encoding: 'utf8' });
const screen = () => tmux('capture-pane', '-p', '-t', 'w');
async function until(words) {
  for (let tries = 0; tries < 100 && !screen().includes(words); tries += 1) await wait(100);
}
tmux('-f', '/dev/null', 'new-session', '-d', '-s', 'w', '-x', '96', '-y', '30', '-c', folder, process.execPath, bin, 'init', '--today', TODAY);
await until('1 sur 9');
tmux('send-keys', '-t', 'w', 'creuse');
await until('Creuse Confluence');
tmux('send-keys', '-t', 'w', 'Enter');
await until('2 sur 9');
tmux('send-keys', '-t', 'w', '14/10/2027', 'Enter');
await until('3 sur 9');
const shown = screen().trimEnd();
tmux('kill-server');

const lines = shown.split('\n').length;
await shoot('terminal.png', 'about:blank', 960, lines * 22 + 80, (page) => page.setContent(`<!doctype html><style>
  body { margin: 0; background: #1c2b2e; font: 16px/22px 'DejaVu Sans Mono', monospace; color: #f3efe6 }
  pre { margin: 0; padding: 56px 28px 24px; position: relative; font: inherit }
  pre::before { content: ''; position: absolute; left: 28px; top: 20px; width: 12px; height: 12px; border-radius: 50%;
    background: #e07a5f; box-shadow: 22px 0 #f2b134, 44px 0 #81b29a }
</style><pre></pre>`).then(() => page.evaluate((text) => { document.querySelector('pre').textContent = text; }, shown)));

await browser.close();
rmSync(folder, { recursive: true, force: true });
