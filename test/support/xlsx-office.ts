import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What people do to a workbook in LibreOffice, through UNO, and what a script does with python3-openpyxl. Rows and
 * columns are counted from 1; `sheet` is a tab.
 */
export type OfficeDeed =
  | { readonly do: 'insert-rows' | 'insert-columns' | 'delete-rows' | 'hide-columns'; readonly sheet: string; readonly at: number; readonly count: number }
  /** A number, a text, or a formula that begins with `=` (English names, `;` between arguments). */
  | { readonly do: 'type'; readonly sheet: string; readonly cell: string; readonly value: string | number }
  | { readonly do: 'sort'; readonly sheet: string; readonly range: string; readonly by: number }
  | { readonly do: 'filter'; readonly sheet: string; readonly range: string; readonly column: number; readonly keep: string }
  | { readonly do: 'colour' | 'comment' | 'merge'; readonly sheet: string; readonly range: string }
  | { readonly do: 'rename'; readonly sheet: string; readonly to: string }
  | { readonly do: 'add-sheet'; readonly sheet: string }
  | { readonly do: 'chart'; readonly sheet: string; readonly range: string }
  | { readonly do: 'image' | 'pivot'; readonly sheet: string; readonly range: string }
  /** Counts every formula again, whatever value the file keeps for it. */
  | { readonly do: 'calculate' };

export interface OfficeJob {
  readonly from: string;
  /** `.xlsx` or `.ods`. */
  readonly to: string;
  readonly deeds?: readonly OfficeDeed[];
}

const office = String.raw`
import json, os, subprocess, sys, time, uno
from com.sun.star.awt import Rectangle
from com.sun.star.beans import PropertyValue
from com.sun.star.sheet import TableFilterField
from com.sun.star.sheet.FilterOperator import EQUAL
from com.sun.star.sheet.DataPilotFieldOrientation import DATA, ROW
from com.sun.star.table import TableSortField

profile, jobs = sys.argv[1], json.load(open(sys.argv[2]))

def prop(name, value):
    p = PropertyValue(); p.Name, p.Value = name, value
    return p

def url(path): return uno.systemPathToFileUrl(path)

def connect():
    pipe = 'nec%d' % os.getpid()
    process = subprocess.Popen(['soffice', '-env:UserInstallation=file://' + profile, '--headless', '--norestore',
        '--accept=pipe,name=%s;urp;' % pipe], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext('com.sun.star.bridge.UnoUrlResolver', local)
    for _ in range(600):
        try:
            context = resolver.resolve('uno:pipe,name=%s;urp;StarOffice.ComponentContext' % pipe)
            return process, context.ServiceManager.createInstanceWithContext('com.sun.star.frame.Desktop', context)
        except Exception: time.sleep(0.1)
    process.kill()
    raise SystemExit('LibreOffice does not answer')

def image(doc, sheet, area):
    shape = doc.createInstance('com.sun.star.drawing.GraphicObjectShape')
    sheet.DrawPage.add(shape)
    path = os.path.join(os.path.dirname(sys.argv[2]), 'point.png')
    import base64
    open(path, 'wb').write(base64.b64decode('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='))
    shape.GraphicURL = url(path)
    shape.setSize(uno.createUnoStruct('com.sun.star.awt.Size', 2000, 2000))

def pivot(sheet, area):
    tables = sheet.DataPilotTables
    table = tables.createDataPilotDescriptor()
    table.setSourceRange(area.RangeAddress)
    fields = table.DataPilotFields
    fields.getByIndex(0).Orientation = ROW
    fields.getByIndex(1).Orientation = DATA
    place = uno.createUnoStruct('com.sun.star.table.CellAddress', area.RangeAddress.Sheet, 30, 0)
    tables.insertNewByName('Croisement', place, table)

def act(doc, d):
    what = d['do']
    if what == 'calculate': return doc.calculateAll()
    sheets = doc.Sheets
    if what == 'add-sheet': return sheets.insertNewByName(d['sheet'], sheets.Count)
    sheet = sheets.getByName(d['sheet'])
    area = sheet.getCellRangeByName(d['range']) if 'range' in d else None
    if what == 'insert-rows': sheet.Rows.insertByIndex(d['at'] - 1, d['count'])
    elif what == 'delete-rows': sheet.Rows.removeByIndex(d['at'] - 1, d['count'])
    elif what == 'insert-columns': sheet.Columns.insertByIndex(d['at'] - 1, d['count'])
    elif what == 'hide-columns':
        for i in range(d['count']): sheet.Columns.getByIndex(d['at'] - 1 + i).IsVisible = False
    elif what == 'type':
        cell = sheet.getCellRangeByName(d['cell'])
        if isinstance(d['value'], str): cell.Formula = d['value']
        else: cell.Value = d['value']
    elif what == 'sort':
        field = TableSortField(); field.Field, field.IsAscending = d['by'] - 1, True
        area.sort((prop('SortFields', uno.Any('[]com.sun.star.table.TableSortField', (field,))), prop('ContainsHeader', False)))
    elif what == 'filter':
        descriptor = area.createFilterDescriptor(True)
        field = TableFilterField(); field.Field, field.Operator, field.StringValue = d['column'] - 1, EQUAL, d['keep']
        descriptor.ContainsHeader = True
        descriptor.setFilterFields((field,))
        area.filter(descriptor)
    elif what == 'colour': area.CellBackColor = 0xFFCC00
    elif what == 'comment': sheet.Annotations.insertNew(area.getCellByPosition(0, 0).CellAddress, 'À voir avec la mairie')
    elif what == 'merge': area.merge(True)
    elif what == 'rename': sheet.Name = d['to']
    elif what == 'chart':
        sheet.Charts.addNewByName('Graphique', Rectangle(1000, 1000, 8000, 6000), (area.RangeAddress,), False, False)
        chart = sheet.Charts.getByName('Graphique').EmbeddedObject
        chart.Diagram = chart.createInstance('com.sun.star.chart.BarDiagram')
    elif what == 'image': image(doc, sheet, area)
    elif what == 'pivot': pivot(sheet, area)
    else: raise SystemExit('unknown deed ' + what)

process, desktop = connect()
filters = {'xlsx': 'Calc MS Excel 2007 XML', 'ods': 'calc8'}
try:
    for job in jobs:
        doc = desktop.loadComponentFromURL(url(job['from']), '_blank', 0, (prop('Hidden', True),))
        if doc is None: raise SystemExit('LibreOffice does not open ' + job['from'])
        for deed in job.get('deeds', []): act(doc, deed)
        doc.storeToURL(url(job['to']), (prop('FilterName', filters[job['to'].rsplit('.', 1)[1]]),))
        doc.close(True)
finally:
    try: desktop.terminate()
    except Exception: pass
    process.wait()
`;

/** Runs all jobs in one LibreOffice, in their order. Files go where the jobs say; the profile stays in `folder`. */
export function inLibreOffice(folder: string, jobs: readonly OfficeJob[]): void {
  const list = join(folder, 'jobs.json');
  writeFileSync(list, JSON.stringify(jobs));
  runPython(office, join(folder, 'profil-uno'), list);
}

const openpyxl = String.raw`
import json, sys, openpyxl
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
for job in json.load(open(sys.argv[1])):
    book = openpyxl.load_workbook(job['from'])
    for d in job.get('deeds', []):
        what = d['do']
        if what == 'add-sheet':
            book.create_sheet(d['sheet'])
            continue
        sheet = book[d['sheet']]
        if what == 'insert-rows': sheet.insert_rows(d['at'], d['count'])
        elif what == 'type': sheet[d['cell']] = d['value']
        elif what == 'rename': sheet.title = d['to']
        elif what == 'merge': sheet.merge_cells(d['range'])
        elif what == 'colour':
            for row in sheet[d['range']]:
                for cell in row: cell.fill = PatternFill('solid', fgColor='FFCC00')
        elif what == 'comment': sheet[d['range'].split(':')[0]].comment = Comment('À voir', 'Personne')
        else: raise SystemExit('unknown deed ' + what)
    book.save(job['to'])
`;

/** Runs all jobs with python3-openpyxl, which moves no formula and keeps no value. */
export function inOpenpyxl(folder: string, jobs: readonly OfficeJob[]): void {
  const list = join(folder, 'jobs-openpyxl.json');
  writeFileSync(list, JSON.stringify(jobs));
  runPython(openpyxl, list);
}

function runPython(script: string, ...args: readonly string[]): void {
  const { status, stderr } = spawnSync('/usr/bin/python3', ['-c', script, ...args], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}
