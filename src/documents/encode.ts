import type { Document, Plan } from '../model.ts';
import { writeCalendar } from './calendars/write-calendar.ts';
import { furnitureOf } from './furniture.ts';
import { licenceName } from './licence.ts';
import { toXlsx } from './tables/xlsx.ts';
import { toDocx } from './text/docx.ts';
import { toMarkdown } from './text/markdown.ts';

/** The bytes of a document as it stands in the folder. */
export async function encodeDocument(document: Document, plan: Plan): Promise<Uint8Array> {
  const { title, footer } = furnitureOf(document, plan);
  switch (document.kind) {
    case 'copy': return new TextEncoder().encode(document.content);
    case 'calendar': return new TextEncoder().encode(writeCalendar(document));
    case 'table': return toXlsx(document, title);
    case 'text': {
      if (plan.answers['textes'] === 'markdown') return new TextEncoder().encode(toMarkdown(document, { title, licence: licenceName(plan.kit) }));
      return toDocx(document, { title, footer, largePrint: document.spec.largePrint === true });
    }
  }
}
