import { styleText } from 'node:util';

type Style = (text: string) => string;

/** What Inquirer would say in English. */
const FRENCH: Readonly<Record<string, string>> = {
  'No results found': 'Rien ne correspond. Essayez un autre nom, un code postal ou un code officiel.',
  'You must provide a value': 'Il faut une réponse.',
  'At least one choice must be selected': 'Choisissez au moins une réponse.',
};

/** Inquirer's looks and words, in French, and without any escape code for colours when there are none. */
export function terminalTheme(color: boolean, keys: string) {
  const paint = (format: Parameters<typeof styleText>[0]): Style =>
    (text) => (color ? styleText(format, text) : text);
  const dim = paint('dim');
  const accent = paint('cyan');
  return {
    prefix: { idle: '', done: '' },
    icon: { cursor: '❯', checked: paint('green')('[x]'), unchecked: '[ ]' },
    style: {
      message: (text: string) => {
        const [before = '', title = '', ...rest] = text.split('\n');
        return [before, paint('bold')(title), ...rest.map((line) => dim(line))].join('\n');
      },
      answer: accent,
      highlight: accent,
      searchTerm: accent,
      key: accent,
      help: dim,
      disabled: dim,
      description: (text: string) => dim(text),
      defaultAnswer: (text: string) => dim(`(${text})`),
      error: (text: string) => paint('red')(FRENCH[text] ?? `Réponse refusée. ${text}`),
      keysHelpTip: () => dim(keys),
    },
  };
}
