import type { AnswerContext } from '../answers/answer-context.ts';
import type { Answers, AnswerValue, Authority, IsoDate, Kit, Territory } from '../model.ts';
import { addDays } from '../shared/dates.ts';
import { deriveFacts } from '../shared/facts.ts';
import { findAuthority } from '../territory/find.ts';
import type { AuthorityIndex } from '../territory/index-file.ts';
import { fullName, ofName } from '../territory/names.ts';
import { locate } from '../territory/territory.ts';

/** Under so many inhabitants a commune may keep the abridged chart of accounts (regles-fr.md §2). */
const ABRIDGED_CHART_UNDER = 3_500;
/** A season that starts earlier than this is too near: the next year's is proposed. */
const WEEKS_BEFORE_SEASON = 26;

/** What questions need to know of the world: the official list, the day, and the defaults that no kit can write. */
export function answerContext(kit: Kit, index: AuthorityIndex, today: IsoDate): AnswerContext {
  // Defaults and conditions ask for the same authority at every question: it is looked up once.
  const known = new Map<string, Authority | undefined>();
  const authorityOf = (answers: Answers): Authority | undefined => {
    const value = answers['collectivite'];
    if (typeof value !== 'string') return undefined;
    if (!known.has(value)) {
      const found = findAuthority(index, value);
      known.set(value, found.ok ? found.value : undefined);
    }
    return known.get(value);
  };
  return {
    findAuthority: (value) => findAuthority(index, value),
    facts(answers) {
      const authority = authorityOf(answers);
      return authority ? deriveFacts(answers, locate(authority), namesOf(authority)) : deriveFacts(answers);
    },
    computed: {
      'today': () => today,
      'event-name': (answers) => nameOf(authorityOf(answers)),
      'season': (answers) => season(String(answers['debut'] ?? today)),
      'setting': (answers) => authorityOf(answers)?.setting,
      'chart-of-accounts': (answers) => chartOf(authorityOf(answers)),
    },
    roles: kit.roles,
  };
}

/** The territory of complete answers: `collectivite` was checked, so it is in the list. */
export function territoryOf(answers: Answers, index: AuthorityIndex): Territory {
  const found = findAuthority(index, String(answers['collectivite']));
  if (!found.ok) throw new Error(`Unknown authority ${String(answers['collectivite'])}`);
  return locate(found.value);
}

export const namesOf = (authority: Authority): { name: string; ofName: string; fullName: string } =>
  ({ name: authority.name, ofName: ofName(authority), fullName: fullName(authority) });

const nameOf = (authority: Authority | undefined): AnswerValue | undefined => authority && `Numérique en Commun[s] ${authority.name}`;

const chartOf = (authority: Authority | undefined): AnswerValue =>
  (authority?.kind === 'commune' && (authority.population ?? Infinity) < ABRIDGED_CHART_UNDER ? 'abregee' : 'developpee');

/** October and November, the usual season of local NECs (nec-locaux.md §1.1: end of September to mid-December). */
function season(start: IsoDate): string {
  const ready = addDays(start, WEEKS_BEFORE_SEASON * 7);
  const year = Number(ready.slice(0, 4)) + (ready.slice(5) > '10-01' ? 1 : 0);
  return `${year}-10/${year}-11`;
}
