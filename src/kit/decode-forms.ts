import type { Form, FormField, FormSection, IsoDate } from '../model.ts';
import { condition } from '../shared/condition.ts';
import {
  compact, fallback, number, object, oneOf, optional, required, text, yesNo, type Decoder,
} from '../shared/decode.ts';
import { choices, distinct, id, sourced } from './fields.ts';

const field: Decoder<FormField> = object('un champ', {
  id: required(id),
  label: required(text),
  type: required(oneOf(['text', 'long-text', 'email', 'tel', 'choice', 'choices', 'consent', 'number'])),
  required: fallback(yesNo, false),
  help: optional(text),
  when: optional(condition),
  max: optional(number),
  autocomplete: optional(text),
  choices: optional(choices),
  choices_from: optional(oneOf(['publics', 'themes', 'formats', 'demi-journees'])),
}, ({ max, choices_from, ...rest }) => compact({ ...rest, maxLength: max, choicesFrom: choices_from }));

const section: Decoder<FormSection> = object('une partie de formulaire', {
  id: required(id), title: required(text), intro: optional(text), fields: required(distinct('id', field)),
}, compact);

export const form = (checked: IsoDate | undefined): Decoder<Form> => sourced('un formulaire', checked, {
  id: required(id),
  title: required(text),
  intro: required(text),
  purpose: required(text),
  legal_basis: required(text),
  recipients: required(text),
  retention: required(text),
  sections: required(distinct('id', section)),
}, ({ legal_basis, ...rest }) => ({ ...rest, legalBasis: legal_basis }));
