import type { Plan } from '../model.ts';
import { plainDate } from '../shared/dates.ts';
import { personInCharge, recordsAnswer, textsAnswer } from '../shared/read-answer.ts';
import type { View } from '../shared/view-shape.ts';
import { slug, withIds } from '../shared/words.ts';
import { askingWords } from './asking-words.ts';
import { chosenFormats } from './chosen-formats.ts';
import { words } from './printed-words.ts';
import { roomsOf } from './programme/rooms.ts';
import { sites } from './site-names.ts';

/** The lists of a plan as templates see them; every item has an id for the blocks of its loop. */
export function buildLists(plan: Plan): View['listes'] {
  const { kit, answers, facts, schedule } = plan;
  const titleOf = new Map(kit.roles.map((role) => [role.id, role.title]));
  const themes = textsAnswer(facts, 'themes');
  const audiences = kit.audiences.filter(({ id }) => textsAnswer(facts, 'publics').includes(id));
  return {
    publics: audiences.map(({ id, name, obstacle, need }) => (
      { id, nom: words(name), obstacle: words(obstacle), besoin: words(need) })),
    themes: withIds(themes, (theme) => theme).map(([theme, id]) => {
      const known = kit.themes.find((candidate) => candidate.id === theme);
      return {
        id, nom: words(known?.name ?? theme), question: words(known?.question), partenaire: words(known?.partner),
        trace: words(known?.trace), sert: words(known?.serves),
      };
    }),
    formats: chosenFormats(plan).map((format) => ({
      id: format.id, nom: words(format.name), but: words(format.purpose), duree: words(format.duration),
      capacite: words(format.capacity), salle: words(format.room), equipe: words(format.team),
      materiel: words(format.material),
    })),
    partenaires: withIds(recordsAnswer(answers, 'partenaires'), ({ nom }) => String(nom ?? '')).map(([{ nom, type }, id]) => (
      { id, nom: words(nom), type: words(choiceLabel(plan, 'partenaires', 'type', type)) })),
    financeurs: withIds(recordsAnswer(answers, 'financeurs'), ({ type }) => String(type ?? '')).map(([{ type, nom }, id]) => {
      const known = kit.budget.income.find((candidate) => candidate.id === type);
      return { id, nom: words(nom ?? known?.label ?? type), conseil: words(known?.advice), quand: words(askingWords(known?.askBefore, plan)) };
    }),
    roles: kit.roles.map(({ id, title, mission }) => (
      { id, titre: words(title), mission: words(mission), personne: words(personInCharge(answers, id)),
        nomme: personInCharge(answers, id) !== undefined })),
    jalons: schedule.tasks.filter(({ task }) => task.milestone).map(({ task: { id, title, role }, due }) => (
      { id: slug(id), titre: words(title), date: words(plainDate(due)), role: words(titleOf.get(role)) })),
    sites: sites(answers).map(({ id, name }) => ({ id, nom: words(name) })),
    salles: (kit.programme ? roomsOf(plan, kit.programme).rooms : []).map(({ id, name }) => ({ id, nom: words(name) })),
  };
}

export function choiceLabel({ kit }: Plan, question: string, field: string, value: unknown): unknown {
  const fields = kit.questions.find(({ id }) => id === question)?.fields;
  return fields?.find(({ id }) => id === field)?.choices?.find((choice) => choice.value === value)?.label ?? value;
}
