import type { Choice } from '../../model.ts';
import type { AskRequest } from '../prompter.ts';

/** What is said before a line is read: where one is, the question, its help, the numbered choices, what Entrée does. */
export function introduce(request: AskRequest): readonly string[] {
  const title = request.progress ? `Question ${request.progress}. ${request.label}` : request.label;
  return ['', title, ...(request.help ? [request.help] : []), ...options(request)];
}

function options(request: AskRequest): readonly string[] {
  switch (request.kind) {
    case 'text': {
      if (!request.suggestion) return [];
      const { text, from } = request.suggestion;
      return [`Réponse ${from === 'given' ? 'déjà donnée' : 'proposée'} : ${text}. Entrée seule pour la garder.`];
    }
    case 'choice': {
      const current = request.choices.find(({ value }) => value === request.current);
      return [
        ...numbered(request.choices),
        current ? `Tapez un numéro. Entrée seule pour garder : ${current.label}.` : 'Tapez un numéro.',
      ];
    }
    case 'choices': {
      const label = (value: string): string => request.choices.find((choice) => choice.value === value)?.label ?? value;
      const kept = request.current.map(label);
      return [
        ...numbered(request.choices),
        `Tapez les numéros séparés par des virgules${request.open ? ', ou vos propres mots' : ''}, ou « aucun ».`,
        ...(kept.length > 0 ? [`Entrée seule pour garder : ${kept.join(' ; ')}.`] : []),
      ];
    }
    case 'search':
      return request.current ? [`Réponse déjà donnée : ${request.current.label}. Entrée seule pour la garder.`] : [];
  }
}

export const numbered = (choices: readonly Choice[]): readonly string[] =>
  choices.map(({ label, hint }, index) => `${index + 1}. ${label}${hint ? ` (${hint.replace(/\.$/, '')})` : ''}`);
