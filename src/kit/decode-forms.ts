import type { Form, FormField, FormSection, IsoDate } from '../model.ts';
import { condition } from '../shared/condition.ts';
import {
  compact, fallback, list, number, object, oneOf, optional, required, text, yesNo, type Decoder,
} from '../shared/decode.ts';
import { choice, id, sourced } from './fields.ts';

const field: Decoder<FormField> = object('un champ', {
  id: required(id),
  label: required(text),
  type: required(oneOf(['text', 'long-text', 'email', 'tel', 'choice', 'choices', 'consent', 'number'])),
  required: fallback(yesNo, false),
  help: optional(text),
  when: optional(condition),
  max: optional(number),
  autocomplete: optional(text),
  choices: optional(list(choice)),
  choices_from: optional(oneOf(['publics', 'themes', 'formats', 'demi-journees'])),
}, ({ max, choices_from, ...rest }) => compact({ ...rest, maxLength: max, choicesFrom: choices_from }));

const section: Decoder<FormSection> = object('une partie de formulaire', {
  id: required(id), title: required(text), intro: optional(text), fields: required(list(field)),
}, compact);

export const form = (checked: IsoDate | undefined): Decoder<Form> => sourced('un formulaire', checked, {
  id: required(id),
  title: required(text),
  intro: required(text),
  purpose: required(text),
  legal_basis: required(text),
  recipients: required(text),
  retention: required(text),
  sections: required(list(section)),
}, ({ legal_basis, ...rest }) => ({ ...rest, legalBasis: legal_basis }));
