import type { Audience, IsoDate, SessionFormat, Source, Theme } from '../model.ts';
import { compact, fallback, list, number, object, optional, required, text, type Decoder } from '../shared/decode.ts';
import { asRead, id, sourced } from './fields.ts';

export const source: Decoder<Source> = object('une source', {
  id: required(text), title: required(text), url: optional(text),
}, compact);

export const audience = (checked: IsoDate | undefined): Decoder<Audience> => sourced('un public', checked, {
  id: required(id),
  name: required(text),
  obstacle: required(text),
  need: required(text),
  formats: fallback(list(text), []),
  share: optional(number),
}, asRead);

export const theme = (checked: IsoDate | undefined): Decoder<Theme> => sourced('un thème', checked, {
  id: required(id),
  name: required(text),
  question: required(text),
  audiences: fallback(list(text), []),
  format: required(text),
  partner: required(text),
  trace: required(text),
  serves: required(text),
}, asRead);

export const sessionFormat = (checked: IsoDate | undefined): Decoder<SessionFormat> => sourced('un format', checked, {
  id: required(id),
  name: required(text),
  purpose: required(text),
  duration: required(text),
  capacity: required(text),
  room: required(text),
  team: required(text),
  material: required(text),
}, asRead);
