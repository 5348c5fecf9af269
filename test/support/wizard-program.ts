import { runWizard } from '../../src/cli/wizard/wizard.ts';
import { createTerminalPrompter } from '../../src/io/prompts/terminal-prompter.ts';
import { chapters, context, questions, searchAuthorities } from './questions.ts';

/** The wizard on the questionnaire of the tests, for a real terminal. Prints how it ended. */
const prompter = createTerminalPrompter({ input: process.stdin, output: process.stdout, color: false });
const { kind, given } = await runWizard({
  kit: { chapters, questions }, given: {}, context, prompter, search: searchAuthorities, width: process.stdout.columns,
  explain: ({ code, args }) => ('expected' in args ? `Attendu : ${args.expected}.` : code),
  saveDraft: () => undefined, print: (line) => console.log(line),
});
prompter.close();
console.log(`FIN ${kind} ${Object.keys(given).join(' ')}`);
