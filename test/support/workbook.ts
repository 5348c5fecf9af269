import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** A cell as python3-openpyxl reads it: the value kept in the file, and what is written in it. */
export interface ReadCell {
  readonly value: string | number | boolean | null;
  readonly formula: string | null;
  readonly format: string;
}

export interface ReadSheet {
  readonly name: string;
  readonly state: string;
  readonly frozen: string | null;
  readonly titles: string | null;
  readonly filter: string | null;
  readonly paper: string | null;
  readonly landscape: boolean;
  readonly fonts: readonly string[];
  readonly lists: readonly { readonly range: string; readonly list: string }[];
  readonly cells: Readonly<Record<string, ReadCell>>;
}

const readScript = `
import json, sys, datetime, openpyxl
path = sys.argv[1]
book, kept = openpyxl.load_workbook(path), openpyxl.load_workbook(path, data_only=True)
def plain(v): return v.isoformat()[:10] if isinstance(v, (datetime.date, datetime.datetime)) else v
out = []
for s in book.worksheets:
    cells = {}
    for row in s.iter_rows():
        for c in row:
            if c.value is None: continue
            cells[c.coordinate] = {
                'value': plain(kept[s.title][c.coordinate].value),
                'formula': c.value if c.data_type == 'f' else None,
                'format': c.number_format }
    out.append({ 'name': s.title, 'state': s.sheet_state, 'frozen': s.freeze_panes, 'titles': s.print_title_rows,
        'filter': s.auto_filter.ref, 'paper': s.page_setup.paperSize and str(s.page_setup.paperSize),
        'landscape': s.page_setup.orientation == 'landscape',
        'fonts': sorted({ str(c.font.name) for row in s.iter_rows() for c in row }),
        'lists': [{ 'range': str(v.sqref), 'list': v.formula1 } for v in s.data_validations.dataValidation],
        'cells': cells })
print(json.dumps(out))
`;

const editScript = `
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
for sheet, cell, value in json.loads(sys.argv[2]): book[sheet][cell] = value
book.save(sys.argv[1])
`;

function python(script: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync('/usr/bin/python3', ['-c', script, ...args], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

/** Everything in a workbook that python3-openpyxl sees. */
export function readWorkbook(path: string): readonly ReadSheet[] {
  return JSON.parse(python(readScript, path)) as readonly ReadSheet[];
}

export type Edit = readonly [sheet: string, cell: string, value: string | number];

/** Types values into cells, as a person would. */
export function typeInto(path: string, edits: readonly Edit[]): void {
  python(editScript, path, JSON.stringify(edits));
}

/** By default LibreOffice believes the values it finds in a file, so that a check of them would prove nothing. */
const alwaysRecalculate = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop>
</item>
</oor:items>
`;

/** The same workbook after LibreOffice calculated every formula again. Works inside `folder`. */
export function recalculate(path: string, folder: string): readonly ReadSheet[] {
  const profile = join(folder, 'profil');
  const out = join(folder, 'recalcule');
  mkdirSync(join(profile, 'user'), { recursive: true });
  writeFileSync(join(profile, 'user', 'registrymodifications.xcu'), alwaysRecalculate);
  const { status, stderr } = spawnSync('soffice', [
    `-env:UserInstallation=file://${profile}`, '--headless', '--convert-to', 'xlsx', '--outdir', out, path,
  ], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return readWorkbook(join(out, basename(path)));
}

/** Formulas whose kept value is not the calculated one, as `sheet!cell: kept, calculated`. */
export function wrongValues(kept: readonly ReadSheet[], calculated: readonly ReadSheet[]): readonly string[] {
  return kept.flatMap((sheet) => Object.entries(sheet.cells)
    .filter(([, { formula }]) => formula !== null)
    .flatMap(([address, { value }]) => {
      const right = calculated.find(({ name }) => name === sheet.name)?.cells[address]?.value ?? null;
      return isSame(value, right) ? [] : [`${sheet.name}!${address}: ${value}, ${right}`];
    }));
}

/** To the last digit but for what a binary number cannot hold; empty text and empty cell are the same to a reader. */
function isSame(kept: ReadCell['value'], right: ReadCell['value']): boolean {
  if (typeof kept === 'number' && typeof right === 'number') return Math.abs(kept - right) < 1e-7;
  return (kept ?? '') === (right ?? '');
}

