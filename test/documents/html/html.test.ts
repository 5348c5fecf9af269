import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attributes, html } from '../../../src/documents/html/html.ts';

const unescape = (text: string): string => text
  .replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"')
  .replaceAll('&#39;', '\'').replaceAll('&amp;', '&');

describe('html', () => {
  it.each([
    ['</script><b>', '&lt;/script&gt;&lt;b&gt;'],
    ['"l\'été" & co', '&quot;l&#39;été&quot; &amp; co'],
    ['&amp;', '&amp;amp;'],
    ['🎉 عيد', '🎉 عيد'],
    ['a\u0000b\u0007c\nd', 'abc\nd'],
    ['a\u202eb\u2066c', 'abc'],
    ['a\ud800b', 'ab'],
  ])('escapes %j once', (text, expected) => {
    expect(html`<p>${text}</p>`.text).toBe(`<p>${expected}</p>`);
    expect(html`${html`<p>${text}</p>`}`.text).toBe(`<p>${expected}</p>`);
  });

  it('never lets a text make markup, and loses nothing that prints', () => {
    fc.assert(fc.property(fc.string(), (text) => {
      const printed = html`${text}`.text;
      expect(printed).not.toMatch(/[<>"']/);
      expect(unescape(printed)).toBe(text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, ''));
    }));
  });

  it('refuses an object that only looks like markup', () => {
    const forged = { text: '<img>' } as unknown as string;
    expect(() => html`${forged}`).toThrow(TypeError);
  });

  it('prints nothing for absent values, and lists one after the other', () => {
    expect(html`[${undefined}${false}${['a', html`<br>`, ['b']]}${0}]`.text).toBe('[a<br>b0]');
  });

  it('puts no-break spaces where French wants them, in our words only', () => {
    expect(html`« Oui » : 5 % ; vrai ? ${'« a » : b'}`.text)
      .toBe('«\u00a0Oui\u00a0»\u00a0: 5\u00a0%\u00a0; vrai\u00a0? « a » : b');
  });
});

describe('attributes', () => {
  it('prints bare names, values and nothing', () => {
    expect(attributes({ required: true, hidden: false, maxlength: 80, title: 'a"b', id: undefined }).text)
      .toBe(' required maxlength="80" title="a&quot;b"');
  });
});
