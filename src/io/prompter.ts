import type { Choice } from '../model.ts';
import type { RawAnswer } from '../answers/raw-answer.ts';

/** One exchange with a person. The words are French and come from the kit or from `cli/`. */
export type AskRequest = TextRequest | ChoiceRequest | ChoicesRequest | SearchRequest;

interface Common {
  /** The question's id, for instance `jauge`; parts of a question add a dot: `partenaires.nom`. */
  readonly id: string;
  readonly label: string;
  readonly help?: string;
  /** « 3 sur 9 » */
  readonly progress?: string;
  /** Why an answer cannot be taken, as a sentence; undefined when it can. */
  readonly check: (raw: RawAnswer) => string | undefined;
  /** « Pourquoi cette question ? » has an answer. */
  readonly hasWhy: boolean;
  /** No question comes before: there is nothing to go back to. */
  readonly isFirst?: boolean;
}

/** A line of text. */
export interface TextRequest extends Common {
  readonly kind: 'text';
  readonly suggestion?: Suggestion;
}

/** What an empty line means. */
export interface Suggestion {
  /** As it would be typed. */
  readonly text: string;
  /** The same, exactly: the text form of a list may say it less well. */
  readonly raw: RawAnswer;
  /** `given`: what this person said before; `proposed`: a default. */
  readonly from: 'given' | 'proposed';
}

/** One of a list. `current` is the value under the cursor, which an empty line takes. */
export interface ChoiceRequest extends Common {
  readonly kind: 'choice';
  readonly choices: readonly Choice[];
  readonly current?: string;
}

/** Several of a list; `open` accepts other words where a line is typed. */
export interface ChoicesRequest extends Common {
  readonly kind: 'choices';
  readonly choices: readonly Choice[];
  readonly current: readonly string[];
  readonly open: boolean;
}

/** One of a list too long to be shown: what matches a few letters or a code. */
export interface SearchRequest extends Common {
  readonly kind: 'search';
  readonly search: (typed: string) => readonly Choice[];
  readonly current?: Choice;
}

/** `back`: the question before. `why`: what the answer changes, then the same one again. `stop`: leave for now. */
export type Reply =
  | { readonly kind: 'value'; readonly raw: RawAnswer }
  | { readonly kind: 'back' | 'why' | 'stop' };

export interface Prompter {
  /** `screen` redraws and listens to keys; `lines` only reads and writes lines, for screen readers and pipes. */
  readonly style: 'screen' | 'lines';
  ask(request: AskRequest): Promise<Reply>;
  /** Gives the terminal back. */
  close(): void;
}
