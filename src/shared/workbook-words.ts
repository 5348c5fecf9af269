/** What our workbooks are made of, for those who write them and those who read what people did in them. */
export const TASKS_SHEET = 'Rétroplanning';
export const EXPENSES_SHEET = 'Dépenses';
export const INCOME_SHEET = 'Recettes';

/** What a person says about a task, in the drop-down list of « État ». */
export const taskStates = ['À faire', 'En cours', 'Fait', 'Abandonné'] as const;

/** What « État » says of a funder whom nobody asked yet, in the words of the drop-down list. */
export const TO_ASK = ['À voter', 'À demander'] as const;

/** What « État » says of a funder who pays. */
export const GRANTED = 'Obtenu';

/** Stands for a price that nobody knows. */
export const TO_QUOTE = 'devis';

/**
 * The id of a row of ours. Ids of a kit begin with a letter or a digit, so that no line of a kit, whatever its name, is
 * taken for our total.
 */
export const ownId = (id: string): string => `_${id}`;

/** The part that the organiser pays: its council votes it, nobody asks for it. */
export const OWN_FUNDS = ownId('autofinancement');
