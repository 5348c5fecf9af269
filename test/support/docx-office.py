"""What people do to a Word file in LibreOffice, through UNO: reads jobs as JSON on stdin, one LibreOffice for all.

A job: { "file", "steps": [[name, ...arguments]], "saves": [[path, filter]] }. A file that LibreOffice refuses gets the
answer false. Answers as a JSON list on stdout.
"""
import json
import sys

from libreoffice import start, stop, value  # before the next two: it makes them importable

from com.sun.star.text.ControlCharacter import PARAGRAPH_BREAK
from com.sun.star.text.TextContentAnchorType import AS_CHARACTER


def find(document, words):
    search = document.createSearchDescriptor()
    search.SearchString, search.SearchCaseSensitive = words, True
    found = document.findFirst(search)
    if found is None:
        raise ValueError(f'no « {words} » in the file')
    return found


def paragraph_cursor(document, words):
    found = find(document, words)
    cursor = found.Text.createTextCursorByRange(found)
    cursor.gotoStartOfParagraph(False)
    cursor.gotoEndOfParagraph(True)
    return cursor


def rewrite(document, words, by):
    find(document, words).String = by


def rewrite_tracked(document, words, by):
    document.RecordChanges = True
    rewrite(document, words, by)
    document.RecordChanges = False


def bold(document, words):
    find(document, words).CharWeight = 150.0


def style(document, words, name):
    paragraph_cursor(document, words).ParaStyleName = name


def add_after(document, words, text):
    cursor = paragraph_cursor(document, words)
    cursor.collapseToEnd()
    cursor.Text.insertControlCharacter(cursor, PARAGRAPH_BREAK, False)
    cursor.Text.insertString(cursor, text, False)


def delete(document, words):
    cursor = paragraph_cursor(document, words)
    cursor.String = ''
    cursor.goRight(1, True)
    cursor.String = ''


def comment(document, words, text):
    found = find(document, words)
    note = document.createInstance('com.sun.star.text.textfield.Annotation')
    note.Author, note.Content = 'Relecture', text
    found.Text.insertTextContent(found, note, True)


def footnote(document, words, text):
    place = find(document, words).End
    note = document.createInstance('com.sun.star.text.Footnote')
    place.Text.insertTextContent(place, note, False)
    note.setString(text)


def picture(document, words, path):
    place = find(document, words).End
    image = document.createInstance('com.sun.star.text.TextGraphicObject')
    image.GraphicURL, image.AnchorType = f'file://{path}', AS_CHARACTER
    place.Text.insertTextContent(place, image, False)


def contents(document, words):
    cursor = paragraph_cursor(document, words)
    cursor.collapseToStart()
    index = document.createInstance('com.sun.star.text.ContentIndex')
    index.CreateFromOutline = True
    cursor.Text.insertTextContent(cursor, index, False)
    index.update()


def add_rows(document, words, count):
    table = find(document, words).TextTable
    row = int(''.join(filter(str.isdigit, find(document, words).Cell.CellName))) - 1
    table.Rows.insertByIndex(row + 1, count)
    table.getCellByPosition(0, row + 1).String = 'Ligne ajoutée'


def delete_row(document, words):
    found = find(document, words)
    found.TextTable.Rows.removeByIndex(int(''.join(filter(str.isdigit, found.Cell.CellName))) - 1, 1)


STEPS = {step.__name__: step for step in (
    rewrite, rewrite_tracked, bold, style, add_after, delete, comment, footnote, picture, contents, add_rows, delete_row)}


def run(desktop, job):
    hidden = (value('Hidden', True),)
    document = desktop.loadComponentFromURL(f"file://{job['file']}", '_blank', 0, hidden)
    if document is None:
        return False
    for name, *arguments in job.get('steps', []):
        STEPS[name](document, *arguments)
    saved = True
    for path, kind in job['saves']:
        try:
            document.storeToURL(f'file://{path}', (value('FilterName', kind),))
        except Exception:
            saved = False
    document.close(True)
    return saved


def main():
    jobs = json.load(sys.stdin)
    program, desktop = start(sys.argv[1])
    try:
        print(json.dumps([run(desktop, job) for job in jobs]))
    finally:
        stop(program, desktop)


main()
