import { readFileSync } from 'node:fs';
import french from 'dictionary-fr';
import { loadModule } from 'hunspell-asm';

/** Words that are right and that no general dictionary has: names, marks, words of the trade. One a line; `#` begins a remark. */
const OWN_WORDS = new URL('../kit/words.txt', import.meta.url);

interface Speller {
  /** The words of a text that neither the French dictionary nor ours knows, each once. */
  unknownIn(text: string): readonly string[];
}

const ADDRESS = /\b(?:https?:\/\/|www\.)\S+|\S+@\S+|\b[\w./-]+\.(?:docx|xlsx|html|ics|md|fr|org|eu|com|yaml|odt)\b/g;
const WORD = /(?<![\d\p{L}])\p{L}[\p{L}\p{M}’'-]*\p{L}|(?<![\d\p{L}])\p{L}/gu;
/** What French joins to the next word with an apostrophe. */
const ELIDED = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|presqu)['’]/i;
const JOINED = /-(?:je|tu|il|elle|on|nous|vous|ils|elles|le|la|les|lui|leur|moi|toi|ce|y|en|là|ci|t-il|t-elle|t-on)$/i;

/** A speller of French (dictionary « toutes variantes » of Dicollecte, as LibreOffice uses it). */
export async function loadSpeller(): Promise<Speller> {
  const hunspell = await loadModule();
  const dictionary = hunspell.create(hunspell.mountBuffer(french.aff, 'fr.aff'), hunspell.mountBuffer(french.dic, 'fr.dic'));
  const own = new Set(ownWords());
  const known = new Map<string, boolean>();
  const isKnown = (word: string): boolean => {
    const found = known.get(word) ?? (own.has(word) || own.has(word.toLowerCase()) || dictionary.spell(word) || hasKnownParts(word, isKnown));
    known.set(word, found);
    return found;
  };
  return {
    unknownIn: (text) => [...new Set((text.replace(ADDRESS, ' ').match(WORD) ?? []).map((word) => word.replaceAll('’', "'")))].filter((word) => !isKnown(word)),
  };
}

export const ownWords = (): readonly string[] =>
  readFileSync(OWN_WORDS, 'utf8').split('\n').map((line) => line.replace(/#.*/, '').trim()).filter((word) => word !== '');

/** « l'accueil », « dites-nous »: each part is a word. Any other compound has to be a word itself. */
function hasKnownParts(word: string, isKnown: (part: string) => boolean): boolean {
  const rest = word.replace(ELIDED, '').replace(JOINED, '');
  return rest !== word && rest !== '' && isKnown(rest);
}
