import type { FoundSheet, Observed, Sheet } from '../model.ts';
import { EXPENSES_SHEET, INCOME_SHEET, TASKS_SHEET } from '../shared/workbook-words.ts';
import { observeBudget } from './observe-budget.ts';
import { observeTasks } from './observe-tasks.ts';

/** A workbook as it stands, beside what we last wrote in it: whose a row or a date is can be told only from both. */
export interface ObservedBook {
  readonly found: readonly FoundSheet[];
  readonly written: readonly Sheet[];
}

/** What people did in the two workbooks that the rest of the folder follows; a book that is gone, or its sheets, say nothing. */
export function observe(books: { readonly retroplanning?: ObservedBook; readonly budget?: ObservedBook }): Observed {
  const [tasks] = sheetsOf(books.retroplanning, TASKS_SHEET);
  const [expenses, income] = sheetsOf(books.budget, EXPENSES_SHEET, INCOME_SHEET);
  return {
    ...(tasks && { tasks: observeTasks(tasks) }),
    ...(expenses && income && { budget: observeBudget(expenses, income) }),
  };
}

/** One sheet of a book, both ways. */
export interface ObservedSheet {
  readonly found: FoundSheet;
  readonly written: Sheet;
}

function sheetsOf(book: ObservedBook | undefined, ...names: readonly string[]): readonly (ObservedSheet | undefined)[] {
  return names.map((name) => {
    const found = book?.found.find((sheet) => sheet.name === name);
    const written = book?.written.find((sheet) => sheet.name === name);
    return found && written && { found, written };
  });
}
