import type { Form, FormField, FormSection, IsoDate } from '../model.ts';
import { condition } from '../shared/condition.ts';
import {
  compact, fallback, number, object, oneOf, optional, prose, required, text, yesNo, type Decoder,
} from '../shared/decode.ts';
import { cases, surely } from './decode-cases.ts';
import { choices, distinct, id, sourced } from './fields.ts';

const field: Decoder<FormField> = object('un champ', {
  id: required(id),
  label: required(prose),
  type: required(oneOf(['text', 'long-text', 'email', 'tel', 'choice', 'choices', 'consent', 'number'])),
  required: fallback(yesNo, false),
  help: optional(cases),
  when: optional(condition),
  max: optional(number),
  autocomplete: optional(text),
  choices: optional(choices),
  choices_from: optional(oneOf(['publics', 'themes', 'formats', 'sites', 'demi-journees'])),
}, ({ max, choices_from, ...rest }) => compact({ ...rest, maxLength: max, choicesFrom: choices_from }));

const section: Decoder<FormSection> = object('une partie de formulaire', {
  id: required(id), title: required(prose), intro: optional(cases), fields: required(distinct('id', field)),
}, compact);

export const form = (checked: IsoDate | undefined): Decoder<Form> => sourced('un formulaire', checked, {
  id: required(id),
  title: required(prose),
  intro: required(surely('intro')),
  purpose: required(surely('purpose')),
  legal_basis: required(surely('legal_basis')),
  recipients: required(surely('recipients')),
  retention: required(surely('retention')),
  sections: required(distinct('id', section)),
}, ({ legal_basis, ...rest }) => ({ ...rest, legalBasis: legal_basis }));
