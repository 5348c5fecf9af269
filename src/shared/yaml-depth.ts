/** Far more than any file of ours needs, far less than what fills the stack of a parser. */
const MAX_OPEN = 500;
const MANY_MARKS = /(?:[-?:] +){500}/;

/**
 * True for a YAML file that is too deep to be given to a parser: so many brackets open, or list marks on one line. With its
 * stack nearly full, V8 may end the process where it compiles an expression, and no error can be caught.
 */
export function isDeepAtSight(text: string): boolean {
  let open = 0;
  for (const mark of text.match(/[[\]{}]/g) ?? []) {
    open = '[{'.includes(mark) ? open + 1 : Math.max(0, open - 1);
    if (open > MAX_OPEN) return true;
  }
  return MANY_MARKS.test(text);
}
