/**
 * Expected problems are values: a code, what it is about, where. Words are written elsewhere (`cli/messages.ts`).
 */

export interface Position {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
}

/** What each problem carries. Adding a code here makes the compiler ask for its sentence. */
export interface ProblemArguments {
  // YAML and its shape
  'yaml-syntax': { readonly detail: string };
  'yaml-too-large': { readonly limit: string };
  'unknown-key': { readonly key: string; readonly nearest?: string };
  'missing-key': { readonly key: string; readonly owner: string };
  'duplicate-id': { readonly id: string };
  'wrong-type': { readonly expected: string; readonly found: string };
  'wrong-value': { readonly value: string; readonly expected: string; readonly nearest?: string };
  // kits
  'unknown-reference': { readonly kind: string; readonly id: string; readonly nearest?: string };
  'dependency-cycle': { readonly path: string };
  'task-before-need': { readonly task: string; readonly need: string; readonly plan: string; readonly taskDays: number; readonly needDays: number };
  'essential-dropped': { readonly task: string };
  'bad-path': { readonly path: string };
  'path-taken': { readonly path: string; readonly document: string };
  'reserved-id': { readonly id: string };
  'bad-rename': { readonly id: string; readonly why: 'itself' | 'in-use' | 'twice' };
  /** A day that breaks a rule of its programme. `found` and `limit` in percent, minutes or people. */
  'programme-rule': { readonly day: string; readonly rule: 'together' | 'run' | 'break' | 'end' | 'midnight' | 'people'; readonly found: number; readonly limit: number };
  'tool-too-old': { readonly needs: string; readonly has: string };
  'question-needed': { readonly id: string; readonly type: string };
  'template-syntax': { readonly detail: string };
  'template-unknown': { readonly name: string; readonly nearest?: string };
  'template-loop-id': { readonly text: string };
  /** `known`: the kits that the tool brings along, when one of them could have been meant. */
  'kit-not-found': { readonly path: string; readonly known?: string; readonly nearest?: string };
  /** `known`: the kits that the tool brings along; empty when that is not the point. */
  'parent-unknown': { readonly id: string; readonly known: string; readonly nearest?: string };
  'extends-circle': { readonly path: string };
  'extends-too-deep': { readonly path: string; readonly levels: number };
  'removed-unknown': { readonly id: string; readonly nearest?: string };
  'removed-in-use': { readonly id: string; readonly places: readonly Position[] };
  'place-unknown': { readonly id: string; readonly nearest?: string };
  'kit-file-missing': { readonly path: string };
  'kit-damaged': { readonly path: string };
  'kit-older': { readonly from: string; readonly to: string };
  'kit-other': { readonly from: string; readonly to: string };
  'tool-newer': { readonly needs: string; readonly has: string };
  // answers
  'answer-unknown': { readonly id: string; readonly nearest?: string };
  'answer-missing': { readonly id: string; readonly label: string; readonly example: string };
  'answer-invalid': { readonly id: string; readonly label: string; readonly value: string; readonly expected: string; readonly nearest?: string };
  'authority-unknown': { readonly value: string; readonly nearest?: string };
  'authority-ambiguous': { readonly value: string; readonly candidates: string };
  'profile-unknown': { readonly name: string; readonly known: string; readonly nearest?: string };
  'answers-not-found': { readonly path: string };
  'answers-layout': { readonly ids: string };
  // folder and disk
  'folder-not-empty': { readonly path: string };
  'folder-is-file': { readonly path: string };
  'folder-unsafe': { readonly path: string };
  'folder-too-large': { readonly path: string; readonly files: number; readonly depth: number };
  /** `since` is the time on the wall there: `2027-03-14T10:22`. */
  'folder-locked': { readonly path: string; readonly who?: string; readonly command?: string; readonly since?: string };
  'file-open': { readonly path: string; readonly owner?: string };
  'file-changed': { readonly path: string };
  'file-read-only': { readonly path: string };
  'path-blocked': { readonly path: string; readonly by: 'link' | 'folder' | 'file' };
  'put-back-failed': { readonly paths: string };
  'undo-nothing': Record<string, never>;
  'undo-unreadable': { readonly path: string };
  /** `notPutBack`: files that could not be put back as they were, should there be any. */
  'disk-full': { readonly path: string; readonly notPutBack?: string };
  'disk-denied': { readonly path: string; readonly notPutBack?: string };
  'disk-error': { readonly path: string; readonly detail: string; readonly notPutBack?: string };
  'not-utf8': { readonly path: string };
  'disk-unreadable': { readonly path: string; readonly detail: string };
  // a planning folder
  'not-planning-folder': { readonly path: string; readonly below?: string };
  'answers-gone': { readonly path: string };
  'memory-newer': Record<string, never>;
  'memory-lost': Record<string, never>;
  'answers-lost': { readonly path: string };
  'format-edited': { readonly path: string };
  /** `date` as `AAAA-MM-JJ`. */
  'anchor-broken': { readonly task: string; readonly date: string };
  'explain-unknown': { readonly target: string; readonly nearest?: string };
  'file-unknown': { readonly path: string; readonly nearest?: string };
  'file-there': { readonly path: string };
  'file-not-planned': { readonly path: string };
  // command line
  'usage': { readonly detail: string };
  'no-terminal': { readonly count: number };
  'yes-cannot-guess': { readonly count: number };
  'bug': { readonly detail: string };
  'interrupted': { readonly draft?: string };
}

export type ProblemCode = keyof ProblemArguments;

export type Problem = {
  readonly [Code in ProblemCode]: {
    readonly code: Code;
    readonly args: ProblemArguments[Code];
    readonly at?: Position;
  };
}[ProblemCode];

/** Builds a {@link Problem}; keeps call sites short. */
export function problem<Code extends ProblemCode>(code: Code, args: ProblemArguments[Code], at?: Position): Problem {
  return { code, args, ...(at && { at }) } as Problem;
}

/** A value, or all the problems that stand in its way. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly Problem[] };
