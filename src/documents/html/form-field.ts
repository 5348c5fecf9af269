import type { Choice, FieldType, FormField } from '../../model.ts';
import { groupThousands } from '../../shared/money.ts';
import { attributes, html, type Html } from './html.ts';

/** A field whose choices and help are known. */
export interface ReadyField extends Omit<FormField, 'help'> {
  readonly help?: string;
  readonly choices: readonly Choice[];
  /** One of several ways to be reached: any of them will do. */
  readonly either?: boolean;
}

/** More choices than this go in two columns where there is room. */
const MANY = 8;

/** Ids of the kit kept apart from those of the page. */
const anchor = (id: string): string => `champ-${id}`;
const helpId = (field: ReadyField): string | undefined => help(field) && `${anchor(field.id)}-aide`;

const NEED = /(^|-)(besoins?|acces|regime|repas|amenagements?)(-|$)/;
const NO_HEALTH = 'N’indiquez pas de donnée de santé\u00a0: dites ce qu’il vous faut, sans dire pourquoi.';
const inputTypes: Partial<Record<FieldType, string>> = { text: 'text', email: 'email', tel: 'tel', number: 'number' };

/** One question of a form: its label, its help tied to it (WCAG 3.3.2), and a control that the keyboard reaches. */
export function formField(field: ReadyField): Html {
  switch (field.type) {
    case 'choice': return choiceGroup(field, 'radio');
    case 'choices': return choiceGroup(field, 'checkbox');
    case 'consent': return consent(field);
    default: return entry(field);
  }
}

function entry(field: ReadyField): Html {
  const { id, type, required, maxLength, autocomplete } = field;
  const common = {
    id: anchor(id), name: id, required, maxlength: maxLength, autocomplete, 'aria-describedby': helpId(field),
  };
  const number = type === 'number' && { min: 0, inputmode: 'numeric' };
  return html`<div class="field"><label for="${anchor(id)}">${field.label}${need(field)}</label>
${helpText(field)}
${type === 'long-text' ? html`<textarea${attributes({ ...common, rows: 5 })}></textarea>`
    : html`<input${attributes({ type: inputTypes[type] ?? 'text', ...common, ...number })}>`}
</div>
`;
}

function choiceGroup(field: ReadyField, type: 'radio' | 'checkbox'): Html {
  const { id, required, choices } = field;
  return html`<fieldset class="choices"${attributes({ 'aria-describedby': helpId(field) })}>
<legend>${field.label}${need(field)}</legend>
${helpText(field)}
<div class="options${choices.length > MANY && ' many'}">
${choices.map(({ value, label, hint }, index) => {
    const option = `${anchor(id)}-${index + 1}`;
    const described = hint === undefined ? undefined : `${option}-aide`;
    return html`<div class="option"><input${attributes({
      type, id: option, name: id, value, required: type === 'radio' && required, 'aria-describedby': described,
    })}>
<div><label for="${option}">${label}</label>${described !== undefined
    && html`<p class="help" id="${described}">${hint}</p>`}</div></div>
`;
  })}</div></fieldset>
`;
}

/** Never ticked beforehand: consent is an act (RGPD, article 4 §11). */
function consent(field: ReadyField): Html {
  const { id, required } = field;
  return html`<div class="field"><div class="option consent"><input${attributes({
    type: 'checkbox', id: anchor(id), name: id, value: 'oui', required, 'aria-describedby': helpId(field),
  })}>
<div><label for="${anchor(id)}">${field.label}${need(field)}</label>${helpText(field)}</div></div></div>
`;
}

function need({ required, type, either = false }: ReadyField): Html {
  if (either) return html` <span class="need">(courriel ou téléphone, l’un des deux)</span>`;
  const words = type === 'choices' ? 'obligatoire, au moins une réponse' : 'obligatoire';
  return html` <span class="need">(${required ? words : 'facultatif'})</span>`;
}

const helpText = (field: ReadyField): Html | undefined => {
  const words = help(field);
  return words === undefined ? undefined : html`<p class="help" id="${helpId(field)}">${words}</p>`;
};

/** The help of the kit, with the limits that a person has to know before writing. */
function help({ id, type, help, maxLength }: ReadyField): string | undefined {
  const free = type === 'long-text' || type === 'text';
  const parts = [
    help,
    type === 'email' && help === undefined && 'Par exemple\u00a0: nom@domaine.fr.',
    type === 'choices' && help === undefined && 'Plusieurs réponses possibles.',
    type === 'long-text' && maxLength !== undefined && !/au plus/.test(help ?? '')
      && `${groupThousands(maxLength)} signes au plus.`,
    free && NEED.test(id) && !/santé/.test(help ?? '') && NO_HEALTH,
  ].filter((part) => typeof part === 'string');
  return parts.length === 0 ? undefined : parts.join(' ');
}
