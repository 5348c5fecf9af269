import type { Question, RecordField } from '../model.ts';
import { formatNumber } from '../shared/money.ts';
import { enumerate } from '../shared/words.ts';

export const MAX_TEXT = 300;
export const MAX_FREE_WORDS = 80;

/** What a good answer looks like, as a French noun phrase: for error messages and under a prompt. */
export function expectedForm(question: Question): string {
  const values = (question.choices ?? []).map(({ value }) => value).join(', ');
  switch (question.type) {
    case 'authority': return 'un nom, un code postal ou un code officiel, par exemple departement:23';
    case 'text': return `un texte de ${MAX_TEXT} caractères au plus`;
    case 'date': return `une date qui existe, par exemple 14/10/2027${question.open ? ', ou a-definir' : ''}`;
    case 'period': return 'un ou deux mois dans l’ordre, par exemple octobre 2027 ou 2027-10/2027-11';
    case 'number': return `un nombre${bounds(question)}${question.step === 0.5 ? ', en comptant par demies' : ''}`;
    case 'money': return `un montant en euros${bounds(question)}, par exemple 1 500 ou 1 500,50`;
    case 'choice': return `une de ces valeurs : ${values}`;
    case 'choices': {
      const own = question.open ? `, ou vos mots (${MAX_FREE_WORDS} caractères au plus)` : '';
      return `une ou plusieurs de ces valeurs : ${values}${own}`;
    }
    case 'yes-no': return '« oui » ou « non »';
    case 'records': return `${recordForm(question.fields ?? [])}, séparés par des points-virgules, ou « aucun »`;
    case 'roles': return '« rôle : nom ou fonction », séparés par des points-virgules';
    case 'email': return 'une adresse de courriel, par exemple nom@exemple.fr';
    case 'url': return 'une adresse de page, par exemple https://www.exemple.fr/inscription';
  }
}

/** A flag that answers the question, for people who run without a terminal. */
export function exampleFlag(question: Question): string {
  return `--set ${question.id}=${exampleValue(question)}`;
}

function exampleValue(question: Question): string {
  switch (question.type) {
    case 'authority': return 'departement:23';
    case 'date': return '2027-10-14';
    case 'period': return '2027-10/2027-11';
    case 'number': case 'money': return String(literalDefault(question) ?? question.min ?? 0);
    case 'choice': return question.choices?.[0]?.value ?? '';
    case 'choices': return (question.choices ?? []).slice(0, 2).map(({ value }) => value).join(',');
    case 'yes-no': return 'oui';
    case 'records': return 'aucun';
    case 'roles': return '"chef-de-projet: service numérique"';
    case 'email': return 'nom@exemple.fr';
    case 'url': return 'https://www.exemple.fr/';
    case 'text': return '"votre réponse"';
  }
}

const literalDefault = (question: Question): number | undefined => {
  const value = question.defaults.at(-1)?.value;
  return typeof value === 'number' ? value : undefined;
};

function bounds({ min = 0, max }: Question): string {
  if (max !== undefined) return ` entre ${formatNumber(min)} et ${formatNumber(max)}`;
  return min === 0 ? ', 0 ou plus' : `, ${formatNumber(min)} ou plus`;
}

/** « nom (type) », with the words that `type` may be, or what its columns of dates look like. */
export function recordForm(fields: readonly RecordField[]): string {
  const [first, ...others] = fields;
  const form = others.length === 0 ? first?.id : `${first?.id} (${others.map(({ id }) => id).join(', ')})`;
  const words = fields.flatMap(({ id, choices }) =>
    choices ? [`${id} est ${enumerate(choices.map(({ value }) => value), 'ou')}`] : []);
  const days = fields.filter(({ type }) => type === 'date').map(({ id }) => `« ${id} »`);
  if (days.length > 0) words.push(`${enumerate(days)} ${days.length > 1 ? 'sont des jours' : 'est un jour'}, par exemple 14/10/2027`);
  return `« ${form} »${words.length > 0 ? ` où ${words.join(', ')}` : ''}`;
}
