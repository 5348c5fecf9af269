import type { Line, Outcome } from '../report.ts';
import type { Shell } from '../shell.ts';
import { DEFAULT_KIT, shippedKits, type ShippedKit } from '../shipped-kits.ts';
import { EXIT } from '../stop.ts';

/** The kits that the tool brings along: what each is for, and which one it extends. */
export async function listKits(shell: Shell): Promise<Outcome> {
  const kits = await shippedKits(shell);
  const example = kits.find(({ parents }) => parents)?.id ?? DEFAULT_KIT;
  return {
    exit: EXIT.done,
    data: { kits: kits.map(kitToJson) },
    lines: [
      { text: 'Les kits livrés avec l’outil', look: 'title' },
      ...kits.flatMap(kitInWords),
      { text: '' },
      { text: `Pour faire un dossier avec l’un d’eux : nec-local init --kit ${example}` },
      { text: `Pour voir ce qu’il contient : nec-local kit montrer ${example}` },
    ],
  };
}

const kitToJson = ({ id, name, version, purpose, parents = [] }: ShippedKit) => ({ id, name, version, purpose: purpose ?? null, extends: parents });

function kitInWords({ id, name, version, purpose, parents: [parent] = [] }: ShippedKit): readonly Line[] {
  const more = parent ? `Prolonge ${parent.id}.` : id === DEFAULT_KIT ? 'Pris quand vous n’en nommez aucun.' : '';
  return [
    { text: '' },
    { text: `  ${id} : ${name}, version ${version}`, look: 'title' },
    { text: `    ${[purpose, more].filter(Boolean).join(' ')}` },
  ];
}
