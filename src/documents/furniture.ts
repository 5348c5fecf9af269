import type { Document, Plan } from '../model.ts';
import { licenceName } from './licence.ts';

/** What stands around the content of a document: the title of the file, also in page heads, and the foot of its pages. */
export function furnitureOf({ spec }: Pick<Document, 'spec'>, { eventName, kit }: Pick<Plan, 'eventName' | 'kit'>): { title: string; footer: string } {
  return { title: `${spec.title} – ${eventName}`, footer: `${eventName} – ${licenceName(kit)}` };
}
