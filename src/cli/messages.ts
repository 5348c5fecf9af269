import { isIsoDate, plainDate } from '../shared/dates.ts';
import { enumerate } from '../shared/words.ts';
import type { Position, Problem, ProblemArguments, ProblemCode } from '../problem.ts';
import { programmeRuleInWords } from './programme-rule-words.ts';

/**
 * The tool's own sentences: what is wrong and what to do, in French. Where it is comes before, from the position.
 * The compiler asks for one sentence a code.
 */
const sentences: { readonly [Code in ProblemCode]: (args: ProblemArguments[Code]) => string } = {
  'yaml-syntax': ({ detail }) => `Ce fichier n’est pas lisible : ${inFrench(detail)}.`,
  'yaml-too-large': ({ limit }) => `Ce fichier est trop grand ou trop imbriqué (limite : ${limit}). Vérifiez que c’est le bon fichier.`,
  'unknown-key': ({ key, nearest }) => `La clé « ${key} » n’existe pas.${didYouMean(nearest)}`,
  'missing-key': ({ key, owner }) => `Il manque la clé « ${key} » dans ${owner}.`,
  'duplicate-id': ({ id }) => `L’identifiant « ${id} » est écrit deux fois. Renommez l’un des deux.`,
  'wrong-type': ({ expected, found }) => `Il faut ${expected}, et non ${found}.`,
  'wrong-value': ({ value, expected, nearest }) => `« ${value} » ne convient pas. Attendu : ${expected}.${didYouMean(nearest)}`,
  'unknown-reference': ({ kind, id, nearest }) => `Le kit n’a pas de ${kind} « ${id} ».${didYouMean(nearest)}`,
  'dependency-cycle': ({ path }) => `Ces tâches s’attendent en rond : ${path}. Retirez l’une des dépendances.`,
  'task-before-need': ({ task, need, plan, taskDays, needDays }) =>
    `Dans le plan « ${plan} », ${task} (${inDays(taskDays)}) vient avant ${need} (${inDays(needDays)}), dont elle dépend.`,
  'essential-dropped': ({ task }) => `${task} est essentielle : elle ne peut pas être abandonnée (retirez « drop_under »).`,
  'bad-path': ({ path }) => `« ${path} » n’est pas un chemin accepté. Il faut un chemin relatif, en lettres simples, sans « .. ».`,
  'path-taken': ({ path, document }) =>
    `« ${path} » est déjà pris par le document « ${document} » : deux fichiers ne vont pas au même endroit. Changez l’un des deux chemins.`,
  'reserved-id': ({ id }) => `L’outil emploie déjà le mot « ${id} ». Choisissez un autre identifiant.`,
  'bad-rename': ({ id, why }) => `« ${id} » ne peut pas être un ancien nom : ${renameWords[why]}.`,
  'programme-rule': programmeRuleInWords,
  'tool-too-old': ({ needs, has }) =>
    `Ce kit demande nec-local ${needs} ou plus récent ; vous avez la version ${has}. Installez une version plus récente de l’outil, puis recommencez.`,
  'question-needed': ({ id, type }) =>
    `L’outil a toujours besoin d’une réponse à « ${id} » (${type}). Posez cette question, sans « when », avec « required », « computed » ou « default ».`,
  'template-syntax': ({ detail }) => `Le modèle n’est pas lisible : ${detail}.`,
  'template-unknown': ({ name, nearest }) => `Le modèle emploie « ${name} », qui n’existe pas.${didYouMean(nearest)}`,
  'template-loop-id': ({ text }) =>
    `Dans une boucle {{#each}}, chaque paragraphe a besoin d’un identifiant qui change à chaque tour : « ${text} ».`,
  'kit-not-found': ({ path, known, nearest }) =>
    `Aucun kit à cet endroit : ${path}.${didYouMean(nearest)} Un kit est un dossier qui contient « kit.yaml ».${known === undefined ? '' : ` Livrés avec l’outil : ${known}.`}`,
  'parent-unknown': ({ id, known, nearest }) =>
    `Le kit « ${id} », que celui-ci prolonge, n’est pas là.${didYouMean(nearest)}${known === '' ? '' : ` Livrés avec l’outil : ${known}. Un dossier de ce kit s’écrit « ./${id} ».`}`,
  'extends-circle': ({ path }) => `Ces kits se prolongent en rond : ${path}. Retirez l’un des « extends ».`,
  'extends-too-deep': ({ path, levels }) => `Un kit a ${levels} étages au plus, lui compris. Ici : ${path}.`,
  'removed-unknown': ({ id, nearest }) => `Le kit prolongé n’a rien qui s’appelle « ${id} » ici : il n’y a rien à retirer.${didYouMean(nearest)}`,
  'removed-in-use': ({ id, places }) => `« ${id} » est retiré, mais d’autres en parlent encore : ${shortList(places.map(placeOf))}. Changez-les ou retirez-les aussi.`,
  'place-unknown': ({ id, nearest }) => `Cette liste n’a rien qui s’appelle « ${id} » : « place_after » nomme ce qui vient juste avant.${didYouMean(nearest)}`,
  'kit-damaged': ({ path }) =>
    `La copie du kit gardée dans ce dossier (${path}) ne se lit plus. Remettez-la d’une sauvegarde, ou prenez à la place le kit livré avec l’outil : nec-local kit mettre-a-jour --appliquer`,
  'kit-older': ({ from, to }) => `Le kit proposé (${to}) est plus ancien que celui du dossier (${from}). Rien n’a été changé. Pour l’accepter, ajoutez --force`,
  'kit-other': ({ from, to }) => `Le kit proposé (${to}) n’est pas celui du dossier (${from}). Rien n’a été changé. Pour l’accepter, ajoutez --force`,
  'tool-newer': ({ needs, has }) =>
    `Ce kit a été fait pour nec-local ${needs} ; vous avez la version ${has}, où des choses ont pu changer. Relisez ce qui en sort.`,
  'kit-file-missing': ({ path }) => `Ce fichier manque dans le kit. Ajoutez « ${path} » (un lien vers un autre dossier ne compte pas).`,
  'answer-unknown': ({ id, nearest }) => `La réponse « ${id} » n’existe pas.${didYouMean(nearest)}`,
  'answer-missing': ({ id, label, example }) => `${id} : ${label} (${example})`,
  'answer-invalid': (args) => `${args.id} : ${doesNotSuit(args)}`,
  'authority-unknown': ({ value, nearest }) =>
    `Aucune collectivité ne correspond à « ${value} ».${didYouMean(nearest)} Donnez son nom, son code postal, son code INSEE ou son SIREN.`,
  'authority-ambiguous': ({ value, candidates }) => `Plusieurs collectivités répondent à « ${value} ». Choisissez-en une : ${candidates}. Écrivez son code, par exemple ${candidates.split(' ')[0] ?? ''}.`,
  'profile-unknown': ({ name, known, nearest }) => `Le profil « ${name} » n’existe pas.${didYouMean(nearest)} Profils : ${known}.`,
  'answers-not-found': ({ path }) => `Le fichier de réponses est introuvable : ${path}. Vérifiez son nom et son dossier.`,
  'answers-layout': ({ ids }) => `Ce fichier est écrit d’une façon qui ne permet pas de changer « ${ids} » sans risque. Mettez une réponse par ligne, « nom: valeur », sans accolades autour.`,
  'folder-not-empty': ({ path }) =>
    `Le dossier ${path} contient déjà des fichiers. Rien n’a été écrit. Choisissez un autre nom : nec-local init autre-nom`,
  'folder-is-file': ({ path }) => `${path} est un fichier ou un raccourci, pas un dossier. Rien n’a été écrit. Choisissez un autre nom.`,
  'folder-unsafe': ({ path }) => `${path} ne peut pas être un dossier de travail (racine du disque, dossier personnel ou dossier du kit). Choisissez un dossier nouveau.`,
  'folder-too-large': ({ path, files, depth }) =>
    `${path} contient plus de ${files} fichiers, ou plus de ${depth} dossiers les uns dans les autres. Vérifiez que c’est le bon dossier, ou rangez ailleurs ce qui n’y sert pas.`,
  'folder-locked': ({ path, who, command, since }) =>
    `Une autre commande${command === undefined ? '' : ` (${command})`} travaille dans ce dossier${since === undefined ? '' : ` depuis le ${inWords(since)}`}${who === undefined ? '' : ` (${who})`}. Rien n’a été changé. Attendez qu’elle ait fini, puis recommencez. Si vous êtes sûr que plus rien ne tourne, supprimez ${path}.`,
  'file-open': ({ path, owner }) =>
    `« ${path} » est ouvert dans un autre programme${owner === undefined ? '' : ` (${owner})`}. Rien n’a été changé. Enregistrez-le et fermez-le, puis recommencez.`,
  'file-changed': ({ path }) => `« ${path} » a changé pendant que la commande travaillait. Rien n’a été changé. Recommencez.`,
  'file-read-only': ({ path }) =>
    `« ${path} » est en lecture seule. Rien n’a été changé. Retirez cette protection dans les propriétés du fichier, puis recommencez.`,
  'path-blocked': ({ path, by }) => `${obstacles[by](path)} Rien n’a été changé. Déplacez-le ou renommez-le, puis recommencez.`,
  'put-back-failed': ({ paths }) => putBack(paths, ''),
  'undo-nothing': () => 'Il n’y a rien à annuler dans ce dossier.',
  'undo-unreadable': ({ path }) =>
    `Ce que la dernière commande avait changé ne se lit plus (${path}) : elle ne peut pas être annulée. Rien n’a été changé. Si vous avez une sauvegarde du dossier, prenez-y les fichiers voulus.`,
  'disk-full': ({ path, notPutBack }) => `Le disque est plein : impossible d’écrire ${path}. ${putBack(notPutBack, 'Ce qui avait été écrit a été retiré.')} Libérez de la place, puis recommencez.`,
  'disk-denied': ({ path, notPutBack }) => `Vous n’avez pas le droit d’écrire ${path}. ${putBack(notPutBack, 'Rien n’a été gardé.')} Choisissez un dossier à vous, ou demandez le droit d’écrire.`,
  'disk-error': ({ path, detail, notPutBack }) => `Le disque a refusé ${path} (${detail}). ${putBack(notPutBack, 'Rien n’a été gardé.')}`,
  'not-utf8': ({ path }) =>
    `${path} n’est pas enregistré en UTF-8 : ses accents se perdraient. Dans votre éditeur, choisissez « Enregistrer sous », puis l’encodage « UTF-8 ».`,
  'disk-unreadable': ({ path, detail }) => `Impossible de lire ${path} (${detail}). Vérifiez que vous avez le droit de le lire.`,
  'not-planning-folder': ({ path, below }) =>
    `${path} n’est pas un dossier de préparation. ${below === undefined
      ? 'Placez-vous dedans avec « cd », ou faites-en un : nec-local init'
      : `Placez-vous dedans : cd ${below}`}`,
  'answers-gone': ({ path }) => `Le fichier ${path} a disparu. Pour le faire revenir : nec-local restaurer ${path}`,
  'memory-newer': () => 'Ce dossier a été mis à jour par une version plus récente de nec-local. Installez cette version, puis recommencez.',
  'memory-lost': () =>
    'L’outil ne sait plus ce qu’il avait écrit : son fichier .nec-local/baseline.zip manque ou est abîmé. Vos fichiers restent tels quels ; les nouvelles versions seraient mises à côté. Pour continuer ainsi, ajoutez --force',
  'answers-lost': ({ path }) => `L’outil ne sait plus ce que contenait ${path}. Reprenez ce fichier dans une sauvegarde, ou faites un dossier neuf à côté : nec-local init`,
  'format-edited': ({ path }) =>
    `Vous avez travaillé dans ${path} : changer le format des textes perdrait ce travail. Gardez le format d’avant (réponse « textes »), ou mettez ce fichier ailleurs, puis recommencez.`,
  'anchor-broken': ({ task, date }) =>
    `« ${task} » devait être faite avant le ${plainDate(date)} : cette date limite ne serait pas tenue. Rien n’a été écrit. Pour l’accepter, ajoutez --force`,
  'explain-unknown': ({ target, nearest }) =>
    `Rien ne s’appelle « ${target} » ici.${didYouMean(nearest)} Donnez une tâche (T32), une ligne du budget, une réponse, une règle, un fichier, une date ou quelques mots d’un texte.`,
  'file-unknown': ({ path, nearest }) => `Aucun fichier de l’outil ne s’appelle « ${path} ».${didYouMean(nearest)}`,
  'file-there': ({ path }) => `« ${path} » est bien là : il n’y a rien à faire revenir.`,
  'file-not-planned': ({ path }) => `« ${path} » n’est plus prévu avec vos réponses : l’outil ne sait plus le faire.`,
  'usage': ({ detail }) => detail,
  'no-terminal': ({ count }) =>
    `Il manque ${count} réponse${count > 1 ? 's' : ''}, et il n’y a pas de terminal pour les demander. Donnez-les avec --set, --answers ou --profil, ou acceptez les valeurs proposées avec --yes.`,
  'yes-cannot-guess': ({ count }) =>
    `Il manque ${count} réponse${count > 1 ? 's' : ''} que --yes ne peut pas deviner. Donnez-${count > 1 ? 'les' : 'la'} avec --set, --answers ou --profil.`,
  'bug': ({ detail }) =>
    `C’est une erreur du programme, pas la vôtre. Signalez-la avec le détail ci-dessous, s’il vous plaît.\n${detail}`,
  'interrupted': ({ draft }) => (draft === undefined
    ? 'Arrêté. Rien n’a été écrit.'
    : `Arrêté. Vos réponses sont gardées dans ${draft}. Pour reprendre, tapez la même commande.`),
};

/** What is wrong and what to do, without the place. */
export function words(problem: Problem): string {
  return (sentences[problem.code] as (args: Problem['args']) => string)(problem.args);
}

/** One problem as a person reads it: where, then what and what to do. */
export function sentence(problem: Problem): string {
  return `${problem.at ? `${placeOf(problem.at)} : ` : ''}${words(problem)}`;
}

/** The same to a person who has just answered: the question is on the screen, its id says nothing to them. */
export function refusal(problem: Problem): string {
  switch (problem.code) {
    case 'answer-invalid': return doesNotSuit(problem.args);
    case 'answer-missing': return 'Il faut une réponse ici. Échap revient en arrière.';
    default: return words(problem);
  }
}

/** « questions.yaml:12:3 ». */
export const placeOf = ({ file, line, column }: Position): string => `${file}:${line}:${column}`;

const obstacles: { readonly [By in ProblemArguments['path-blocked']['by']]: (path: string) => string } = {
  link: (path) => `« ${path} » est un raccourci vers un autre endroit.`,
  folder: (path) => `Un dossier tient la place du fichier « ${path} ».`,
  file: (path) => `Un fichier tient la place du dossier « ${path} ».`,
};

/** What became of what a run had changed before it failed. */
const putBack = (notPutBack: string | undefined, done: string): string => (notPutBack === undefined ? done
  : `Ces fichiers n’ont pas pu être remis comme avant : ${notPutBack}. La prochaine commande les remettra, une fois l’obstacle levé.`);

/** « 14 mars 2027 à 10 h 22 », from `2027-03-14T10:22`. */
function inWords(moment: string): string {
  const [day = '', time = ''] = moment.split('T');
  return isIsoDate(day) ? `${plainDate(day)} à ${time.replace(':', ' h ')}` : moment;
}

const doesNotSuit = ({ value, expected, nearest }: ProblemArguments['answer-invalid']): string =>
  `« ${value} » ne convient pas. Attendu : ${expected}.${didYouMean(nearest)}`;

/** How many of a long list are named. */
const NAMED = 3;

const shortList = (items: readonly string[]): string => (items.length <= NAMED + 1 ? enumerate(items)
  : enumerate([...items.slice(0, NAMED), `${items.length - NAMED} autres endroits`]));

const didYouMean = (nearest: string | undefined): string => (nearest === undefined ? '' : ` Vouliez-vous dire « ${nearest} » ?`);

const renameWords: Readonly<Record<ProblemArguments['bad-rename']['why'], string>> = {
  'itself': 'c’est déjà le nom de cette entrée',
  'in-use': 'une autre entrée le porte encore',
  'twice': 'il est déjà donné plus haut',
};

const inDays = (days: number): string => (days < 0 ? `${-days} jours après` : `${days} jours avant`);

/** What the YAML library remarks in English, the more telling words first. */
const yamlRemarks: readonly (readonly [RegExp, string])[] = [
  [/^alias$/, 'les ancres et les renvois (& et *) ne sont pas acceptés'],
  [/^too deep$/, 'trop de niveaux les uns dans les autres'],
  [/unique/, 'la même clé est écrite deux fois'],
  [/\btabs?\b/i, 'il y a une tabulation ; mettez des espaces à la place'],
  [/closing/, 'un guillemet n’est pas fermé'],
  [/end with a/, 'un crochet ou une accolade n’est pas fermé'],
  [/indent|same column/i, 'le retrait (les espaces en début de ligne) n’est pas régulier'],
  [/\btag\b/i, 'les étiquettes (!) ne sont pas acceptées'],
  [/multiple documents/, 'il y a deux documents dans ce fichier ; retirez la ligne « --- » ou « ... »'],
  [/cannot start with/, 'ce texte commence par un signe réservé ; mettez-le entre guillemets'],
  [/escape/, 'la barre « \\ » est réservée entre guillemets doubles ; employez des guillemets simples'],
  [/directive/, 'une ligne ne peut pas commencer par « % »'],
  [/mapping|implicit|same line with key/i, 'une ligne « clé: valeur » est attendue ici (avec une espace après les deux-points)'],
];

const inFrench = (detail: string): string =>
  yamlRemarks.find(([pattern]) => pattern.test(detail))?.[1] ?? 'un signe n’est pas à sa place ; mettez les textes entre guillemets';
