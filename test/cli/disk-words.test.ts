import { describe, expect, it } from 'vitest';
import { orDiskProblem, orUnreadable } from '../../src/cli/disk-problems.ts';
import { sentence } from '../../src/cli/messages.ts';
import { EXIT, Stop } from '../../src/cli/stop.ts';
import { FOLDER_TOO_LARGE } from '../../src/io/read-folder.ts';
import { problem, type Problem } from '../../src/problem.ts';
import { systemError } from '../support/memory-disk.ts';
import { plain } from '../support/shell.ts';

const NOTHING = 'Rien n’a été changé.';

describe('what stands in the way, in words', () => {
  it.each<[Problem, string]>([
    [problem('folder-locked', { path: '.nec-local/verrou.json', who: 'agent, poste-a', command: 'reporter', since: '2027-03-01T09:05' }),
      `Une autre commande (reporter) travaille dans ce dossier depuis le 1er mars 2027 à 09 h 05 (agent, poste-a). ${NOTHING} Attendez qu’elle ait fini, puis recommencez. Si vous êtes sûr que plus rien ne tourne, supprimez .nec-local/verrou.json.`],
    [problem('folder-locked', { path: '.nec-local/verrou.json' }),
      `Une autre commande travaille dans ce dossier. ${NOTHING} Attendez qu’elle ait fini, puis recommencez. Si vous êtes sûr que plus rien ne tourne, supprimez .nec-local/verrou.json.`],
    [problem('file-open', { path: 'a/b.docx', owner: 'Agent Un' }),
      `« a/b.docx » est ouvert dans un autre programme (Agent Un). ${NOTHING} Enregistrez-le et fermez-le, puis recommencez.`],
    [problem('file-open', { path: 'a.docx' }), `« a.docx » est ouvert dans un autre programme. ${NOTHING} Enregistrez-le et fermez-le, puis recommencez.`],
    [problem('file-changed', { path: 'a.docx' }), `« a.docx » a changé pendant que la commande travaillait. ${NOTHING} Recommencez.`],
    [problem('file-read-only', { path: 'a.docx' }),
      `« a.docx » est en lecture seule. ${NOTHING} Retirez cette protection dans les propriétés du fichier, puis recommencez.`],
    [problem('path-blocked', { path: 'a', by: 'link' }), `« a » est un raccourci vers un autre endroit. ${NOTHING} Déplacez-le ou renommez-le, puis recommencez.`],
    [problem('path-blocked', { path: 'a', by: 'folder' }), `Un dossier tient la place du fichier « a ». ${NOTHING} Déplacez-le ou renommez-le, puis recommencez.`],
    [problem('path-blocked', { path: 'a', by: 'file' }), `Un fichier tient la place du dossier « a ». ${NOTHING} Déplacez-le ou renommez-le, puis recommencez.`],
    [problem('put-back-failed', { paths: 'a, b' }),
      'Ces fichiers n’ont pas pu être remis comme avant : a, b. La prochaine commande les remettra, une fois l’obstacle levé.'],
    [problem('undo-nothing', {}), 'Il n’y a rien à annuler dans ce dossier.'],
    [problem('undo-unreadable', { path: 'x.zip' }),
      `Ce que la dernière commande avait changé ne se lit plus (x.zip) : elle ne peut pas être annulée. ${NOTHING} Si vous avez une sauvegarde du dossier, prenez-y les fichiers voulus.`],
    [problem('folder-too-large', { path: '/x', files: 20_000, depth: 24 }),
      '/x contient plus de 20000 fichiers, ou plus de 24 dossiers les uns dans les autres. Vérifiez que c’est le bon dossier, ou rangez ailleurs ce qui n’y sert pas.'],
  ])('%j', (said, words) => expect(plain(sentence(said))).toBe(words));
});

describe('what the disk refuses, in words', () => {
  const stopOf = (work: () => void): { readonly exit: number; readonly said: string } => {
    try {
      work();
    } catch (error) {
      if (error instanceof Stop) return { exit: error.exit, said: plain(error.problems.map(sentence).join('\n')) };
      throw error;
    }
    throw new Error('nothing was refused');
  };
  const refused = (code: string, more: object = {}) => stopOf(() => orDiskProblem('/x', () => { throw Object.assign(systemError(code, 'a.docx'), more); }));

  it.each([
    ['ENOSPC', EXIT.diskError, 'Le disque est plein : impossible d’écrire a.docx. Ce qui avait été écrit a été retiré. Libérez de la place, puis recommencez.'],
    ['EACCES', EXIT.cannotCreate, 'Vous n’avez pas le droit d’écrire a.docx. Rien n’a été gardé. Choisissez un dossier à vous, ou demandez le droit d’écrire.'],
    ['EBUSY', EXIT.cannotCreate, '« a.docx » est ouvert dans un autre programme. Rien n’a été changé. Enregistrez-le et fermez-le, puis recommencez.'],
    ['EIO', EXIT.diskError, 'Le disque a refusé a.docx (EIO). Rien n’a été gardé.'],
  ])('%s', (code, exit, said) => expect(refused(code)).toEqual({ exit, said }));

  it.each(['ENOSPC', 'EACCES', 'EIO'])('%s, when not all could be put back, claims nothing else', (code) => {
    const { said } = refused(code, { notPutBack: ['b.docx', 'c.xlsx'] });
    expect(said).toContain('Ces fichiers n’ont pas pu être remis comme avant : b.docx, c.xlsx. La prochaine commande les remettra');
    expect(said).not.toMatch(/Rien n’a été gardé|a été retiré/);
  });

  it('a folder too large to be a planning folder', () => {
    const { exit, said } = stopOf(() => orUnreadable('/x', () => { throw systemError(FOLDER_TOO_LARGE, '/x'); }));
    expect(exit).toBe(EXIT.badData);
    expect(said).toMatch(/^\/x contient plus de 20000 fichiers/);
  });

  it('anything else is a bug, and stays one', () => {
    expect(() => orDiskProblem('/x', () => { throw new TypeError('x'); })).toThrow(TypeError);
  });
});
