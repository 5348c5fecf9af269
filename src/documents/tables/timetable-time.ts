import type { Cell, Column, Formula, Row, Sheet, SlotKind } from '../../model.ts';
import { frenchSpaces } from '../../shared/french-spaces.ts';
import { textsAnswer } from '../../shared/read-answer.ts';
import { countWhere, sumAll, sumWhere } from './conditional-sums.ts';
import { cachedValue, letterOf, numberIn, plus, refer, type Term } from './formulas.ts';
import { idColumn, item, ours, prefaceOf, spare, theirs } from './layout.ts';
import { tooLargeWords } from './timetable-grid.ts';
import { KIND_WORDS, type Timetable } from './timetable-layout.ts';
import { TWICE } from './timetable-workshops.ts';

const name = 'Vérifications';
const [GOOD, TO_SEE] = ['Bon', 'À revoir'];

const columns: readonly Column[] = [
  { ...idColumn, width: 14 },
  ours('compte', 'Ce qui est compté', 38, 'text', { label: true }),
  ours('nombre', 'Minutes ou nombre', 12, 'number'),
  ours('part', 'Part du temps (%)', 12, 'number'),
  ours('repere', 'Repère', 10, 'number'),
  ours('reponse', 'Réponse', 12),
  ours('lecture', 'Comment lire', 62),
  theirs('notes', 'Notes', 30),
];

/** Where the time goes, against the rules of the programme: everything is counted in the other sheets. */
export function timeSheet({ plan, programme, days }: Timetable, grid: Sheet, workshops: Sheet): Sheet {
  const { togetherPercent, workshopPeople, shortestBreak, neverTwice } = programme.limits;
  const guarded = plan.kit.audiences.find(({ id }) => id === neverTwice)?.name;
  const invited = plan.kit.audiences.filter(({ id }) => textsAnswer(plan.facts, 'publics').includes(id));
  const time = (id: string, kind: SlotKind, compte: string): Row => item(id, { compte, nombre: sumWhere(grid, 'duree', { type: KIND_WORDS[kind] }) });
  const parts = [
    time('ensemble', 'together', 'Tous ensemble dans une salle'),
    item('ateliers', { compte: 'En ateliers', nombre: sumAll(workshops, 'minutes') }),
    time('pairs', 'peers', 'Entre pairs'), time('pauses', 'break', 'Pauses'), time('deplacements', 'move', 'Déplacements'), time('vides', 'open', 'Temps vides'),
  ];
  const all = item('tout', { compte: 'Tout le programme, repas non compté', nombre: parts.map((row) => referTo(row)).reduce(plus) });
  const told: Readonly<Record<string, Readonly<Record<string, Cell>>>> = {
    ensemble: { repere: togetherPercent, lecture: `Au plus ${togetherPercent} % du temps : au-delà, on écoute plus que l’on ne fait.` },
    ateliers: { lecture: 'Chaque temps d’ateliers compte une fois, quel que soit le nombre de salles.' },
    vides: { repere: shortestBreak * days.length, lecture: `Au moins ${shortestBreak} minutes par jour, à la fin : c’est là que naissent les suites.` },
    pauses: { lecture: `Une pause de ${shortestBreak} minutes au moins, toutes les ${programme.limits.longestRun} minutes.` },
  };
  const shared = parts.map((row) => item(row.id ?? '', { ...row.cells, part: shareOf(row, all), ...told[row.id ?? ''] }));
  return {
    name,
    preface: prefaceOf('Vérifications', plan, frenchSpaces('Rien à écrire ici, sauf vos notes : tout est compté dans la feuille « Grille ».')),
    columns,
    rows: [
      ...shared.map((row) => (row.id === 'ensemble' ? withAnswer(row, 'part', '<=') : row.id === 'vides' ? withAnswer(row, 'nombre', '>=') : row)),
      all,
      withAnswer(item('grands', {
        compte: `Ateliers de plus de ${workshopPeople} places`, nombre: countWhere(grid, { 'a-revoir': tooLargeWords(workshopPeople) }), repere: 0,
        lecture: `Un atelier tient à ${workshopPeople} personnes. Au-delà, doublez-le ou séparez la salle.`,
      }), 'nombre', '<='),
      ...(guarded === undefined ? [] : [withAnswer(item('meme-public', {
        compte: `Temps d’ateliers qui proposent deux séances à la fois à ce public : ${guarded}`, nombre: countWhere(workshops, { 'a-revoir': TWICE }), repere: 0,
        lecture: 'Ce public ne doit jamais choisir entre deux ateliers faits pour lui. Un autre public peut en avoir deux à la fois : que leurs titres les distinguent.',
      }), 'nombre', '<=')]),
      ...(invited.length === 0 ? [] : [withAnswer(item('sans-atelier', {
        compte: 'Publics invités qui n’ont aucun atelier', nombre: invited.map((audience) => withoutWorkshop(grid, audience.name)).reduce(plus), repere: 0,
        lecture: 'Chaque public invité a au moins un atelier. Il en manque ? Changez « Pour qui d’abord » d’une séance, ou ajoutez une séance.',
      }), 'nombre', '<=')]),
      ...spare({}, 2),
    ].map(typeset),
    landscape: true,
  };
}

/** 1 when no workshop of the grid is for this audience first. */
function withoutWorkshop(grid: Sheet, audience: string): Term {
  const { formula, value } = countWhere(grid, { type: KIND_WORDS.workshops, public: audience });
  return { formula: `IF(${formula}=0,1,0)`, value: value === 0 ? 1 : 0 };
}

const referTo = (row: Row): Term => refer({ name, rows: [row] }, row.id ?? '', 'nombre');

function shareOf(row: Row, all: Row): Formula {
  const [part, whole] = [`${letterOf(columns, 'nombre')}{row}`, referTo(all)];
  const value = numberIn(row.cells['nombre']) ?? 0;
  return { formula: `IF(${whole.formula}=0,"",ROUND(100*${part}/${whole.formula},0))`, value: whole.value === 0 ? '' : Math.round((100 * value) / whole.value) };
}

/** « Bon » when the figure keeps to its mark; nothing while there is no figure. */
function withAnswer(row: Row, key: 'part' | 'nombre', sign: '<=' | '>='): Row {
  const cell = (column: string): string => `${letterOf(columns, column)}{row}`;
  const [found, mark] = [cachedValue(row.cells[key]), numberIn(row.cells['repere']) ?? 0];
  const isGood = typeof found === 'number' && (sign === '<=' ? found <= mark : found >= mark);
  return item(row.id ?? '', {
    ...row.cells,
    reponse: {
      formula: `IF(${cell(key)}="","",IF(${cell(key)}${sign}${cell('repere')},"${GOOD}","${TO_SEE}"))`,
      value: found === '' ? '' : isGood ? GOOD ?? '' : TO_SEE ?? '',
    },
  });
}

const typeset = (row: Row): Row => ({
  ...row, cells: Object.fromEntries(Object.entries(row.cells).map(([key, cell]) => [key, typeof cell === 'string' ? frenchSpaces(cell) : cell])),
});
