import type { Answers, AnswerValue, Authority, ComputedDefault, Facts, Role } from '../model.ts';
import type { Result } from '../problem.ts';

/** What checks and defaults need from outside this station. */
export interface AnswerContext {
  /** The one authority that a name or a code means. */
  readonly findAuthority: (value: string) => Result<Authority>;
  /** Answers and all that follows from them: what conditions see. */
  readonly facts: (answers: Answers) => Facts;
  /** Defaults that no literal can express, from the answers so far. */
  readonly computed: Readonly<Record<ComputedDefault, (answers: Answers) => AnswerValue | undefined>>;
  /** The keys that an answer of type `roles` may have. */
  readonly roles: readonly Pick<Role, 'id' | 'title'>[];
}

/** A checked value, or what should have been written instead. */
export type Checked = { readonly value: AnswerValue } | Refusal;

export interface Refusal {
  /** Noun phrase in French: « une date, par exemple 14/10/2027 ». */
  readonly expected: string;
  readonly nearest?: string;
  /** The faulty part, when it is not the whole answer. */
  readonly found?: string;
}
