"""What a script does to a workbook with openpyxl. Argument: a JSON file of jobs (see xlsx-office.ts)."""
import json
import sys

import openpyxl
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill


def colour(cells):
    for row in cells:
        for cell in row:
            cell.fill = PatternFill('solid', fgColor='FFCC00')


def act(book, deed):
    if deed['do'] == 'add-sheet':
        book.create_sheet(deed['sheet'])
        return
    sheet = book[deed['sheet']]
    if deed['do'] == 'insert-rows':
        sheet.insert_rows(deed['at'], deed['count'])
    elif deed['do'] == 'type':
        sheet[deed['cell']] = deed['value']
    elif deed['do'] == 'rename':
        sheet.title = deed['to']
    elif deed['do'] == 'merge':
        sheet.merge_cells(deed['range'])
    elif deed['do'] == 'colour':
        colour(sheet[deed['range']])
    elif deed['do'] == 'comment':
        sheet[deed['range']].comment = Comment('À voir', 'Personne')
    else:
        raise SystemExit('unknown deed ' + deed['do'])


with open(sys.argv[1], encoding='utf-8') as file:
    jobs = json.load(file)
for job in jobs:
    book = openpyxl.load_workbook(job['from'])
    for deed in job.get('deeds', []):
        act(book, deed)
    book.save(job['to'])
