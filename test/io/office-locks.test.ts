import { describe, expect, it } from 'vitest';
import { openFiles, openProblems } from '../../src/io/office-locks.ts';
import { machine } from '../support/machine.ts';
import { memoryDisk, systemError, WORK } from '../support/memory-disk.ts';

/** The mark that Office lays, as LibreOffice reads it: Word at 54 with NUL, Excel at 55 with spaces. */
function officeMark(owner: string, kind: 'word' | 'excel'): Uint8Array {
  const [size, start, filler] = kind === 'word' ? [162, 54, 0] : [165, 55, 0x20];
  const bytes = Buffer.alloc(size, filler);
  bytes[0] = owner.length;
  bytes.write(owner, 1, 'latin1');
  bytes.writeUInt16LE(owner.length, start);
  bytes.write(owner, start + 2, 'utf16le');
  return bytes;
}

const LIBRE = (fields: string): string => `${fields},14.03.2027 10:22,file:///home/x/.config/libreoffice/4;`;

/** Who has `path` open when this mark lies in its folder. */
function openedBy(path: string, mark: string, content: string | Uint8Array, modifiedAt = 999_999): string | undefined {
  const disk = memoryDisk({ [path]: 'x', [mark]: content });
  disk.date(`${WORK}/${mark}`, modifiedAt);
  const [found] = openFiles(disk, WORK, [path], machine({ bootedAt: () => 1_000 }));
  return found && (found.owner ?? '?');
}

describe('F13: a file that somebody has open', () => {
  it.each([
    ['a name and an account', LIBRE('Agent Un,agent,poste-a'), 'Agent Un'],
    ['an account only', LIBRE(',agent,poste-a'), 'agent'],
    ['accents, commas, semicolons and bars', LIBRE('Élu\\, maire\\; \\\\o,agent,poste-a'), 'Élu, maire; \\o'],
    ['nothing', '', '?'],
    ['something else', 'bonjour', '?'],
  ])('in LibreOffice: a mark with %s', (_, content, owner) => {
    expect(openedBy('3-budget/budget.xlsx', '3-budget/.~lock.budget.xlsx#', content)).toBe(owner);
  });

  it.each([
    ['word', 'Agent Un', 'Agent Un'],
    ['word', 'Élue de la Réunion', 'Élue de la Réunion'],
    ['excel', 'Agent Un', 'Agent Un'],
    ['excel', 'Žofie Ðung', 'Žofie Ðung'],
    ['word', 'é'.repeat(52), 'é'.repeat(52)],
    ['word', 'x'.repeat(32), 'x'.repeat(32)],
    ['excel', 'x'.repeat(32), 'x'.repeat(32)],
    ['word', '', '?'],
  ] as const)('in Office: a mark of %s of « %s »', (kind, owner, said) => {
    expect(openedBy('a.xlsx', '~$a.xlsx', officeMark(owner, kind))).toBe(said);
  });

  it.each([
    ['cut short', Buffer.from('\u0008Agent Un', 'latin1'), 'Agent Un'],
    ['empty', new Uint8Array(), '?'],
    ['with a length that is none', Buffer.alloc(165, 0xff), 'ÿ'.repeat(52)],
  ])('in Office: a mark %s', (_, bytes, owner) => {
    expect(openedBy('a.xlsx', '~$a.xlsx', bytes)).toBe(owner);
  });

  it.each([
    ['abcdef.docx', '~$abcdef.docx'],
    ['abcdefg.docx', '~$bcdefg.docx'],
    ['abcdefgh.docx', '~$cdefgh.docx'],
    ['note-de-cadrage.docx', '~$te-de-cadrage.docx'],
    ['note-de-cadrage.odt', '~$te-de-cadrage.odt'],
    ['retroplanning.xlsx', '~$retroplanning.xlsx'],
    ['presentation.pptx', '~$presentation.pptx'],
  ])('the mark of %s is %s', (path, mark) => {
    expect(openedBy(path, mark, officeMark('x', 'word'))).toBe('x');
  });

  it.each([
    ['note-de-cadrage.docx', '~$note-de-cadrage.docx'],
    ['retroplanning.xlsx', '~$troplanning.xlsx'],
    ['budget.xlsx', '~$budget.xls'],
    ['budget.xlsx', '.~lock.budget.xlsx'],
    ['budget.xlsx', '.~lock.budget.ods#'],
    ['3-budget/budget.xlsx', '.~lock.budget.xlsx#'],
    ['budget.xlsx', '.~lock.budget.xlsx#/x'],
  ])('%s: %s is no mark of it', (path, mark) => expect(openedBy(path, mark, '')).toBeUndefined());

  it('several at once, in their order, and only those asked for', () => {
    const disk = memoryDisk({ '.~lock.a.docx#': LIBRE('A,a,poste-a'), '~$b.xlsx': officeMark('B', 'excel'), '.~lock.c.docx#': '' });
    expect(openProblems(disk, WORK, ['b.xlsx', 'a.docx', 'd.docx'], machine())).toEqual([
      { code: 'file-open', args: { path: 'b.xlsx', owner: 'B' } },
      { code: 'file-open', args: { path: 'a.docx', owner: 'A' } },
    ]);
  });

  it('a mark that may not be read counts all the same', () => {
    const disk = memoryDisk({ '~$a.xlsx': '' });
    const held = { ...disk, readBytes: (path: string) => { throw systemError('EBUSY', path); } };
    expect(openFiles(held, WORK, ['a.xlsx'], machine())).toEqual([{ path: 'a.xlsx' }]);
  });
});

describe('F13: a mark that a crash left', () => {
  it.each([
    ['before the computer was started', LIBRE('A,a,poste-a'), 999, undefined],
    ['before it was started, with its domain', LIBRE('A,a,Poste-A.exemple.fr'), 999, undefined],
    ['since', LIBRE('A,a,poste-a'), 1_000, 'A'],
    ['before, on another computer', LIBRE('A,a,poste-b'), 999, 'A'],
    ['before, and says nothing', '', 999, undefined],
  ])('%s', (_, content, modifiedAt, owner) => {
    expect(openedBy('a.docx', '.~lock.a.docx#', content, modifiedAt)).toBe(owner);
  });

  it('an old mark of one program hides no young one of another', () => {
    const disk = memoryDisk({ '.~lock.a.xlsx#': LIBRE('A,a,poste-a'), '~$a.xlsx': officeMark('B', 'excel') });
    disk.date(`${WORK}/~$a.xlsx`, 5_000);
    expect(openFiles(disk, WORK, ['a.xlsx'], machine({ bootedAt: () => 1_000 }))).toEqual([{ path: 'a.xlsx', owner: 'B' }]);
  });
});
