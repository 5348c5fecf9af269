import type { Sheet } from '../../model.ts';
import { findColumns } from './find-columns.ts';
import { findHeader, type FoundHeader } from './find-header.ts';
import { idKey, idsIn, type Place } from './place.ts';
import type { Tab, Workbook } from './workbook.ts';
import { gridOf, type Worksheet } from './worksheet.ts';

type Failure = 'unreadable' | 'layout-changed';

/** A tab that may be the one of a sheet of ours. */
interface Candidate {
  readonly tab: Tab;
  readonly sheet: Worksheet;
  readonly header: FoundHeader;
}

/** `<sheetProtection` in a sheet that is not ours: enough to leave the workbook alone. */
const PROTECTED = /<sheetProtection\s[^>]*\bsheet\s*=\s*["'](?:1|true)["']/;

/**
 * Our sheets in a person's workbook: by the name of the tab, or, when it was renamed, by the header. One that is gone, or
 * has no « N° » any more, is left out; when none is left, the layout changed. Unreadable: a sheet of ours that we cannot
 * parse, or a protected one, whoever made it.
 */
export function findPlaces(workbook: Workbook, layouts: readonly Sheet[]): readonly Place[] | Failure {
  if (workbook.tabs.some(({ part }) => PROTECTED.test(workbook.parts.text(part) ?? ''))) return 'unreadable';
  const free = new Set(workbook.tabs);
  const found = new Map<Sheet, Candidate>();
  for (const byName of [true, false]) {
    for (const layout of layouts.filter((candidate) => !found.has(candidate))) {
      const tabs = [...free].filter(({ name }) => !byName || name === layout.name);
      if (tabs.some((tab) => !workbook.sheet(tab)) && byName) return 'unreadable';
      const best = bestOf(layout, tabs, workbook, byName);
      if (!best) continue;
      found.set(layout, best);
      free.delete(best.tab);
    }
  }
  const places = layouts.flatMap((layout) => {
    const candidate = found.get(layout);
    const place = candidate && placeOf(layout, candidate);
    return place ? [place] : [];
  });
  return places.length > 0 ? places : 'layout-changed';
}

/** The tab whose header has most of our titles. Two that are as good cannot be told apart: a copy beside a renamed tab. */
function bestOf(layout: Sheet, tabs: readonly Tab[], workbook: Workbook, byName: boolean): Candidate | undefined {
  const candidates = tabs.flatMap((tab): readonly Candidate[] => {
    const sheet = workbook.sheet(tab);
    const header = sheet && findHeader(layout, sheet);
    return sheet && header && (byName || isSurely(layout, { tab, sheet, header })) ? [{ tab, sheet, header }] : [];
  }).sort((a, b) => b.header.titles - a.header.titles);
  const [best, second] = candidates;
  return best?.header.titles === second?.header.titles ? undefined : best;
}

/** A sheet of another name must have most of our titles and one of our ids: a person's own may have an « N° » too. */
function isSurely(layout: Sheet, { sheet, header }: Candidate): boolean {
  const ids = new Set(layout.rows.flatMap(({ id }) => (id === null ? [] : [id])));
  const hasId = [...sheet.rows.values()].some(({ cells }) => [...cells.values()].some(({ value }) => typeof value === 'string' && ids.has(value)));
  return header.titles * 3 >= layout.columns.length * 2 && (ids.size === 0 || hasId);
}

function placeOf(layout: Sheet, { tab, sheet, header }: Candidate): Place | undefined {
  const grid = gridOf(sheet);
  const columns = findColumns(layout, grid, header.row);
  return columns && {
    layout, tab, sheet, grid, header: header.row, columns,
    keys: new Map([...columns].map(([key, column]) => [column, key])),
    ids: idsIn(grid, header.row, columns.get(idKey(layout) ?? '')),
  };
}
