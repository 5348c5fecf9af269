import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { samplePages } from '../documents/html/lived-samples.ts';
import { pagesOf, plans } from '../documents/html/samples.ts';
import { describeWith } from './programs.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const FLAGS = [
  '--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update',
];

/** Samples often give the same form or read-me: each page is looked at once. */
const pages = [...new Map(samplePages.map(([name, content]) => [content, name]))].map(([content, name]) => [name, content] as const);

/** What axe-core finds against WCAG 2.2 AA and its own best practices, as « rule: first element ». */
async function faults(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  return page.evaluate(`axe.run(document, { runOnly: ${JSON.stringify(RULES)} }).then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ': ' + nodes[0].html))`);
}

describeWith('chromium', 'pages in a browser', () => {
  let browser: Browser;
  let page: Page;
  const requests: string[] = [];
  const messages: string[] = [];

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: FLAGS });
    page = await browser.newPage();
    page.on('request', (request) => requests.push(request.url()));
    page.on('console', (message) => messages.push(message.text()));
    page.on('dialog', (dialog) => { messages.push(dialog.message()); void dialog.dismiss(); });
  });
  afterAll(async () => { await browser?.close(); });

  async function show(content: string, width: number): Promise<void> {
    await page.setViewportSize({ width, height: 800 });
    await page.setContent(content);
  }

  it.each(pages)('%s: accessible, wide and narrow', async (_, content) => {
    for (const width of [1280, 320]) {
      await show(content, width);
      expect(await faults(page)).toEqual([]);
    }
  });

  it('refuses a page with faults', async () => {
    await show('<!doctype html><html><body><h3 style="color:#bbb">Titre</h3><input name="a"></body></html>', 1280);
    const found = (await faults(page)).map((fault) => fault.split(':')[0]);
    const wanted = ['color-contrast', 'html-has-lang', 'label', 'region', 'document-title'];
    expect(found).toEqual(expect.arrayContaining(wanted));
  });

  it.each(pages)('%s: loads nothing, runs nothing, is never cut at the side', async (_, content) => {
    requests.length = 0;
    messages.length = 0;
    for (const width of [1280, 320]) {
      await show(content, width);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    }
    expect(await page.evaluate('document.scripts.length + document.images.length')).toBe(0);
    expect(requests).toEqual([]);
    expect(messages).toEqual([]);
  });

  it('sees a page that is cut at the side', async () => {
    await show('<!doctype html><p style="width:500px">large</p>', 320);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeGreaterThan(320);
  });

  it.each(pages)('%s: prints on A4 within the margins', async (_, content) => {
    await show(content, 1280);
    const pdf = (await page.pdf({ preferCSSPageSize: true, tagged: true, printBackground: false })).toString('latin1');
    const boxes = [...pdf.matchAll(/\/MediaBox \[([\d. ]+)\]/g)].map((match) => match[1]?.split(' ').map(Number) ?? []);
    expect(boxes.length).toBeGreaterThan(0);
    for (const [, , width = 0, height = 0] of boxes) {
      expect(Math.abs(width - 595.28)).toBeLessThan(1);
      expect(Math.abs(height - 841.89)).toBeLessThan(1);
    }
    // 210 mm less the two margins of 13 mm, at 96 pixels to the inch
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 695, height: 1000 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(695);
    await page.emulateMedia({ media: null });
  });

  it('reaches each control of the form with the keyboard, in order, each with a name and a visible focus', async () => {
    await show(pagesOf(plans.reachable).form, 1280);
    const expected = await page.evaluate(`[...document.querySelectorAll('a, input, textarea, button')]
      .filter((e) => e.type !== 'radio' || e === document.querySelector('[name="' + e.name + '"]'))
      .map((e) => e.id || e.textContent)`);
    const reached: string[] = [];
    for (let step = 0; step < (expected as readonly string[]).length; step += 1) {
      await page.keyboard.press('Tab');
      const [id, name, outline] = await page.evaluate(`(() => {
        const e = document.activeElement;
        return [e.id || e.textContent, e.labels?.[0]?.textContent ?? e.textContent, getComputedStyle(e).outlineStyle];
      })()`) as readonly string[];
      reached.push(id ?? '');
      expect(name?.trim(), id).not.toBe('');
      expect(outline, id).toBe('solid');
    }
    expect(reached).toEqual(expected);
  });

  it('leads past the banner with the skip link', async () => {
    await show(pagesOf(plans.full).dashboard, 1280);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('contenu');
  });
});
