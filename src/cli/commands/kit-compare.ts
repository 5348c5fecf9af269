import { compareKits } from '../../kit/compare-kits.ts';
import { differencesInWords } from '../kit-difference-words.ts';
import { versionInWords } from '../kit-version.ts';
import { kitReference, kitWarnings, loadKit } from '../load-kit.ts';
import { findPlanningFolder, openPlanningFolder } from '../planning-folder.ts';
import type { Outcome } from '../report.ts';
import type { Shell } from '../shell.ts';
import { successorOf } from '../shipped-kits.ts';
import { EXIT } from '../stop.ts';
import { asRecovered } from '../with-lock.ts';

/** What differs between the kit of the planning folder and another, in words. @param other a kit; by default the shipped one of that name */
export async function compareKit(other: string | undefined, shell: Shell): Promise<Outcome> {
  const root = findPlanningFolder(shell);
  const named = other === undefined ? undefined : await loadKit(shell, other);
  const { loaded: before } = await openPlanningFolder(root, asRecovered(root, shell));
  const after = named ?? await loadKit(shell, await successorOf(before.kit.id, shell));
  const differences = compareKits(before.kit, after.kit);
  return {
    exit: EXIT.done,
    problems: kitWarnings(after),
    data: { folder: root, before: kitReference(before), after: kitReference(after), differences },
    lines: [
      { text: `Le kit du dossier : ${before.kit.name} (${versionInWords(before.kit)})` },
      { text: `L’autre kit : ${after.kit.name} (${versionInWords(after.kit)})` },
      ...(differences.length === 0
        ? [{ text: before.hash === after.hash ? 'Ce sont les mêmes.' : 'Rien de ce qui change ne se voit dans un dossier.' }]
        : differencesInWords(differences, { before: before.kit, after: after.kit })),
    ],
  };
}
