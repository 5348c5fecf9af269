import type { Audience, IsoDate, SessionFormat, Source, Theme } from '../model.ts';
import { compact, fallback, list, number, object, optional, prose, required, text, type Decoder } from '../shared/decode.ts';
import { asRead, id, sourced } from './fields.ts';

export const source: Decoder<Source> = object('une source', {
  id: required(text), title: required(prose), url: optional(text),
}, compact);

export const audience = (checked: IsoDate | undefined): Decoder<Audience> => sourced('un public', checked, {
  id: required(id),
  name: required(prose),
  obstacle: required(prose),
  need: required(prose),
  formats: fallback(list(text), []),
  share: optional(number),
}, asRead);

export const theme = (checked: IsoDate | undefined): Decoder<Theme> => sourced('un thème', checked, {
  id: required(id),
  name: required(prose),
  question: required(prose),
  audiences: fallback(list(text), []),
  format: required(text),
  partner: required(prose),
  trace: required(prose),
  serves: required(prose),
}, asRead);

export const sessionFormat = (checked: IsoDate | undefined): Decoder<SessionFormat> => sourced('un format', checked, {
  id: required(id),
  name: required(prose),
  purpose: required(prose),
  duration: required(prose),
  capacity: required(prose),
  room: required(prose),
  team: required(prose),
  material: required(prose),
}, asRead);
