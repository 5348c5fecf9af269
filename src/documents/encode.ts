import type { Document, Plan } from '../model.ts';
import { toXlsx } from './tables/xlsx.ts';
import { toDocx } from './text/docx.ts';
import { toMarkdown } from './text/markdown.ts';

/** The bytes of a document as it stands in the folder. */
export async function encodeDocument(document: Document, plan: Plan): Promise<Uint8Array> {
  const { title } = document.spec;
  switch (document.kind) {
    case 'copy': return new TextEncoder().encode(document.content);
    case 'table': return toXlsx(document, `${title} – ${plan.eventName}`);
    case 'text': {
      if (plan.answers['textes'] === 'markdown') {
        return new TextEncoder().encode(toMarkdown(document, { title: `${title} – ${plan.eventName}`, licence: LICENCE }));
      }
      return toDocx(document, { title: `${title} – ${plan.eventName}`, footer: `${plan.eventName} – ${LICENCE}` });
    }
  }
}

/** Of the words that come from the kit. */
const LICENCE = 'Licence Ouverte 2.0';
