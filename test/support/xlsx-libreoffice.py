"""What people do to a workbook in LibreOffice. Arguments: a profile, a JSON file of jobs (see xlsx-office.ts)."""
import base64
import json
import os
import sys

import uno
from com.sun.star.awt import Rectangle
from com.sun.star.sheet import TableFilterField
from com.sun.star.sheet.DataPilotFieldOrientation import DATA, ROW
from com.sun.star.sheet.FilterOperator import EQUAL
from com.sun.star.table import TableSortField

from libreoffice import start, stop, value

DOT = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
FILTERS = {'xlsx': 'Calc MS Excel 2007 XML', 'ods': 'calc8'}
profile, jobs_path = sys.argv[1:3]


def type_in(sheet, deed):
    cell = sheet.getCellRangeByName(deed['cell'])
    if isinstance(deed['value'], str):
        cell.Formula = deed['value']
    else:
        cell.Value = deed['value']


def sort(area, deed):
    field = TableSortField()
    field.Field, field.IsAscending = deed['by'] - 1, True
    fields = uno.Any('[]com.sun.star.table.TableSortField', (field,))
    area.sort((value('SortFields', fields), value('ContainsHeader', False)))


def filter_rows(area, deed):
    field = TableFilterField()
    field.Field, field.Operator, field.StringValue = deed['column'] - 1, EQUAL, deed['keep']
    descriptor = area.createFilterDescriptor(True)
    descriptor.ContainsHeader = True
    descriptor.setFilterFields((field,))
    area.filter(descriptor)


def chart(sheet, area):
    sheet.Charts.addNewByName('Graphique', Rectangle(1000, 1000, 8000, 6000), (area.RangeAddress,), False, False)
    drawn = sheet.Charts.getByName('Graphique').EmbeddedObject
    drawn.Diagram = drawn.createInstance('com.sun.star.chart.BarDiagram')


def image(document, sheet):
    path = os.path.join(os.path.dirname(jobs_path), 'point.png')
    with open(path, 'wb') as file:
        file.write(base64.b64decode(DOT))
    shape = document.createInstance('com.sun.star.drawing.GraphicObjectShape')
    sheet.DrawPage.add(shape)
    shape.GraphicURL = uno.systemPathToFileUrl(path)
    shape.setSize(uno.createUnoStruct('com.sun.star.awt.Size', 2000, 2000))


def pivot(sheet, area):
    table = sheet.DataPilotTables.createDataPilotDescriptor()
    table.setSourceRange(area.RangeAddress)
    table.DataPilotFields.getByIndex(0).Orientation = ROW
    table.DataPilotFields.getByIndex(1).Orientation = DATA
    place = uno.createUnoStruct('com.sun.star.table.CellAddress', area.RangeAddress.Sheet, 30, 0)
    sheet.DataPilotTables.insertNewByName('Croisement', place, table)


def hide(sheet, deed):
    for rank in range(deed['count']):
        sheet.Columns.getByIndex(deed['at'] - 1 + rank).IsVisible = False


DEEDS = {
    'insert-rows': lambda document, sheet, area, deed: sheet.Rows.insertByIndex(deed['at'] - 1, deed['count']),
    'delete-rows': lambda document, sheet, area, deed: sheet.Rows.removeByIndex(deed['at'] - 1, deed['count']),
    'insert-columns': lambda document, sheet, area, deed: sheet.Columns.insertByIndex(deed['at'] - 1, deed['count']),
    'hide-columns': lambda document, sheet, area, deed: hide(sheet, deed),
    'type': lambda document, sheet, area, deed: type_in(sheet, deed),
    'sort': lambda document, sheet, area, deed: sort(area, deed),
    'filter': lambda document, sheet, area, deed: filter_rows(area, deed),
    'colour': lambda document, sheet, area, deed: setattr(area, 'CellBackColor', 0xFFCC00),
    'comment': lambda document, sheet, area, deed: sheet.Annotations.insertNew(area.getCellByPosition(0, 0).CellAddress, 'À voir'),
    'merge': lambda document, sheet, area, deed: area.merge(True),
    'rename': lambda document, sheet, area, deed: setattr(sheet, 'Name', deed['to']),
    'chart': lambda document, sheet, area, deed: chart(sheet, area),
    'image': lambda document, sheet, area, deed: image(document, sheet),
    'pivot': lambda document, sheet, area, deed: pivot(sheet, area),
}


def act(document, deed):
    if deed['do'] == 'calculate':
        document.calculateAll()
    elif deed['do'] == 'add-sheet':
        document.Sheets.insertNewByName(deed['sheet'], document.Sheets.Count)
    else:
        sheet = document.Sheets.getByName(deed['sheet'])
        DEEDS[deed['do']](document, sheet, sheet.getCellRangeByName(deed['range']) if 'range' in deed else None, deed)


with open(jobs_path, encoding='utf-8') as file:
    jobs = json.load(file)
program, desktop = start(profile)
try:
    for job in jobs:
        document = desktop.loadComponentFromURL(uno.systemPathToFileUrl(job['from']), '_blank', 0, (value('Hidden', True),))
        if document is None:
            raise SystemExit('LibreOffice does not open ' + job['from'])
        for deed in job.get('deeds', []):
            act(document, deed)
        kind = FILTERS[job['to'].rsplit('.', 1)[1]]
        document.storeToURL(uno.systemPathToFileUrl(job['to']), (value('FilterName', kind),))
        document.close(True)
finally:
    stop(program, desktop)
