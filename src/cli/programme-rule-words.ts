import type { ProblemArguments } from '../problem.ts';

type Broken = ProblemArguments['programme-rule'];

const SENTENCES: Readonly<Record<Broken['rule'], (broken: Broken) => string>> = {
  together: ({ day, found, limit }) =>
    `La journée « ${day} » passe ${found} % du temps tous ensemble ; ${limit} % au plus. Raccourcissez un temps « together », ou allongez les ateliers.`,
  run: ({ day, found, limit }) => `La journée « ${day} » tient ${found} minutes sans pause ; ${limit} au plus. Mettez une pause avant ce temps.`,
  break: ({ day, found, limit }) => `Dans la journée « ${day} », cette pause dure ${found} minutes ; il en faut au moins ${limit}.`,
  end: ({ day, limit }) => `La journée « ${day} » doit finir par un temps vide (« open ») d’au moins ${limit} minutes, pour parler des suites.`,
  midnight: ({ day }) => `La journée « ${day} » finit après minuit. Commencez plus tôt, ou raccourcissez.`,
  people: ({ day, found, limit }) => `L’atelier « ${day} » accueille ${found} personnes ; ${limit} au plus (« workshop_people »).`,
};

/** What a day of a programme, or one of its workshops, does against the rules of the kit. */
export const programmeRuleInWords = (broken: Broken): string => SENTENCES[broken.rule](broken);
