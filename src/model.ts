/**
 * Every type that crosses a folder of `src/`. Read this first.
 *
 * The pipe: Kit + Answers + today → Plan → Document[] → Change[] → files.
 * All values are plain and readonly; nothing here runs.
 */

// ───────────────────────────── units ─────────────────────────────

/** A civil date `AAAA-MM-JJ`, without time or time zone. */
export type IsoDate = string;
/** An amount in integer cents of euro. */
export type Cents = number;

// ─────────────────────────── provenance ──────────────────────────

export type Confidence = 'high' | 'medium' | 'low';

/** Where a fact of the kit comes from. `sources` are ids of `sources.yaml`, or `jugement` for our own judgement. */
export interface Provenance {
  readonly sources: readonly string[];
  readonly checkedOn: IsoDate;
  readonly confidence: Confidence;
}

export interface Source {
  readonly id: string;
  readonly title: string;
  readonly url?: string;
}

// ─────────────────────────── territory ───────────────────────────

export type AuthorityKind = 'commune' | 'epci' | 'ept' | 'departement' | 'region' | 'com';

/**
 * How the people of a territory live, from hyper-rural to dense. Our own reading of the population
 * figures (INSEE's density grid is not in the official package): a default, which the answer `milieu` replaces.
 */
export type Setting = 'hyper-rural' | 'rural' | 'urbain' | 'dense';

export type SchoolZone = 'A' | 'B' | 'C' | 'propre';

/** Which table of public holidays applies. */
export type HolidayZone =
  | 'metropole' | 'alsace-moselle'
  | 'guadeloupe' | 'martinique' | 'guyane' | 'reunion' | 'mayotte'
  | 'saint-barthelemy' | 'saint-martin' | 'saint-pierre-et-miquelon'
  | 'nouvelle-caledonie' | 'polynesie' | 'wallis-et-futuna';

export interface NamedCode {
  readonly code: string;
  readonly name: string;
}

/** One authority of the official list (millésime 2026). */
export interface Authority {
  /** `kind:code`, the value of the answer `collectivite`, for instance `commune:97411`. */
  readonly id: string;
  readonly kind: AuthorityKind;
  readonly code: string;
  /** What people call it: « Saint-Denis », « Creuse », « Sicoval ». */
  readonly name: string;
  /** EPCI and EPT only: « Communauté d’agglomération du Sicoval ». */
  readonly officialName?: string;
  /** The name is said with « d’ » (true) or « de » (false) where its first letter does not tell: « d’Hyères ». */
  readonly elided?: boolean;
  /** The name with what tells homonyms apart, for instance « Saint-Denis (commune, La Réunion, 97400) ». */
  readonly label: string;
  readonly siren?: string;
  readonly population?: number;
  readonly postcodes: readonly string[];
  /** Main one, by population, for groups of communes. For a commune of an overseas collectivity: that collectivity. */
  readonly departement?: NamedCode;
  readonly region?: NamedCode;
  readonly setting: Setting;
}

/** An authority and what follows from where it is. */
export interface Territory extends Authority {
  /** IANA name, for instance `Indian/Reunion`. */
  readonly timeZone: string;
  readonly schoolZone: SchoolZone;
  readonly holidayZone: HolidayZone;
}

export interface Holiday {
  readonly date: IsoDate;
  readonly name: string;
  /** `legal`: closed by law; `usage`: many services close; `a-verifier`: not sure that it applies here. */
  readonly certainty: 'legal' | 'usage' | 'a-verifier';
  /** What has to be checked, in French, when `certainty` is not `legal`. */
  readonly note?: string;
}

/** Whose working days: our own desk, or meetings and deadlines that need other people. */
export type WorkCalendar = 'office' | 'partners';

/** The working days of one territory. */
export interface WorkingDays {
  isOpen(date: IsoDate, calendar: WorkCalendar): boolean;
  /** The day itself when it is open, else the nearest open day before. */
  previousOpenDay(date: IsoDate, calendar: WorkCalendar): IsoDate;
  /** The day itself when it is open, else the nearest open day after. */
  nextOpenDay(date: IsoDate, calendar: WorkCalendar): IsoDate;
}

// ─────────────────────────── conditions ──────────────────────────

/** The one conditional form of a kit (`when`), over {@link Facts}. Written form: see `shared/condition.ts`. */
export type Condition =
  | { readonly op: 'is'; readonly fact: string; readonly values: readonly Scalar[] }
  | { readonly op: 'between'; readonly fact: string; readonly min?: number; readonly max?: number }
  | { readonly op: 'given'; readonly fact: string; readonly given: boolean }
  /** A text of the fact holds one of these words, whatever the case, the accents and the plural. */
  | { readonly op: 'says'; readonly fact: string; readonly words: readonly string[] }
  | { readonly op: 'all' | 'any' | 'none'; readonly of: readonly Condition[] };

export type Scalar = string | number | boolean;

/** A choice that depends on the answers: the first entry whose condition holds. */
export interface When<T> {
  readonly when?: Condition;
  readonly value: T;
}

// ───────────────────────────── answers ───────────────────────────

/** One line of a list answer, for instance a partner `{ nom, type }`. */
export type AnswerRecord = Readonly<Record<string, string | number>>;

/** Dates as `AAAA-MM-JJ`, amounts in euros (as people write them), codes as in the kit. */
export type AnswerValue = Scalar | readonly string[] | readonly AnswerRecord[] | Readonly<Record<string, string>>;

/** One value per question id: what was given, completed by the defaults that follow from it. */
export type Answers = Readonly<Record<string, AnswerValue>>;

/** Answers and what is derived from them and from the territory: all that conditions and quantities can see. */
export type Facts = Readonly<Record<string, AnswerValue>>;

// ─────────────────────────────── kit ─────────────────────────────

export interface KitName {
  readonly id: string;
  readonly name: string;
  readonly version: string;
}

/** Shared content, data only, with that of the kits that it extends. Order is the order of the files. */
export interface Kit extends KitName {
  /** What it is for, in one sentence. */
  readonly purpose?: string;
  /** The kits that it extends, the nearest first; absent: it stands alone. */
  readonly parents?: readonly KitName[];
  readonly licence: string;
  readonly chapters: readonly Chapter[];
  readonly questions: readonly Question[];
  readonly phases: readonly Phase[];
  readonly roles: readonly Role[];
  readonly tasks: readonly Task[];
  readonly budget: BudgetRules;
  readonly audiences: readonly Audience[];
  readonly themes: readonly Theme[];
  readonly formats: readonly SessionFormat[];
  readonly forms: readonly Form[];
  readonly rules: readonly Rule[];
  readonly favours: readonly Favour[];
  /** Absent: the kit lays out no day. */
  readonly programme?: Programme;
  readonly tables?: readonly KitTable[];
  readonly documents: readonly DocumentSpec[];
  readonly sources: readonly Source[];
  /** Ready answers by name (`--profil`). */
  readonly profiles: readonly Profile[];
  /** Handlebars sources by path inside `templates/`. */
  readonly templates: Readonly<Record<string, string>>;
  readonly renames: Renames;
  /** The oldest version of the tool that can read this kit: `1.2.0`. */
  readonly needsTool?: string;
}

/** The lists of a kit whose entries folders know by their ids. */
export type RenamedList =
  | 'questions' | 'phases' | 'roles' | 'tasks' | 'lines' | 'income' | 'inKind'
  | 'audiences' | 'themes' | 'formats' | 'forms' | 'rules' | 'favours' | 'slots' | 'documents';

/** Old id → present id. No old id is a present one: applied twice, nothing more changes. */
export type IdMap = Readonly<Record<string, string>>;

/** What things were called in earlier versions of the kit (`renamed_from`), however many versions ago. */
export interface Renames {
  readonly entries: Readonly<Partial<Record<RenamedList, IdMap>>>;
  /** Words inside answers. By question: values of choices, roles, columns of records. By `question.column`: its choices. */
  readonly words: Readonly<Record<string, IdMap>>;
  /** By table of `tables.yaml`: its rows. */
  readonly rows?: Readonly<Record<string, IdMap>>;
}

export interface Chapter {
  readonly id: string;
  readonly title: string;
}

export type QuestionType =
  | 'authority' | 'text' | 'date' | 'period' | 'number' | 'money'
  | 'choice' | 'choices' | 'yes-no' | 'records' | 'roles' | 'email' | 'url';

/** Values that the tool knows how to work out, for defaults that no literal can express. */
export type ComputedDefault = 'today' | 'event-name' | 'season' | 'setting' | 'chart-of-accounts';

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

/** One column of a `records` question. Days are kept as `AAAA-MM-JJ`. */
export interface RecordField {
  readonly id: string;
  readonly label: string;
  readonly type: 'text' | 'money' | 'date' | 'choice';
  readonly required: boolean;
  readonly choices?: readonly Choice[];
}

export interface Question {
  readonly id: string;
  readonly chapter: string;
  /** One of the nine that make a first folder. */
  readonly essential: boolean;
  readonly type: QuestionType;
  readonly label: string;
  readonly help: string;
  readonly why: string;
  /** Which colleague could be asked. */
  readonly colleague?: string;
  /** Must be answered, without a default, even with `--yes`. */
  readonly required: boolean;
  readonly when?: Condition;
  readonly defaults: readonly When<AnswerValue>[];
  readonly computed?: ComputedDefault;
  readonly choices?: readonly Choice[];
  /** With `choices`: words outside the list are accepted. With `date`: `a-definir` is accepted. */
  readonly open: boolean;
  readonly min?: number;
  readonly max?: number;
  /** Numbers are whole multiples of this. */
  readonly step?: number;
  readonly fields?: readonly RecordField[];
}

export interface Phase {
  readonly id: string;
  readonly title: string;
}

export interface Role {
  /** Lower-case id, for instance `chef-de-projet`, the key in the answer `responsables`. */
  readonly id: string;
  readonly title: string;
  readonly mission: string;
}

/** The three plans: 36, 26 and 12 weeks. */
export type PlanName = 'complet' | 'standard' | 'express';

/** Days before (positive) the first day, or after (negative) the last day of the event, for each plan. */
export type LeadDays = Readonly<Record<PlanName, number>> & {
  /** No days, counted from the last day: that day itself. */
  readonly onLastDay?: true;
};

export interface Dependency {
  readonly task: string;
  /** At least this many days between the two. */
  readonly gapDays: number;
}

export interface Task extends Provenance {
  readonly id: string;
  readonly title: string;
  readonly phase: string;
  readonly role: string;
  readonly support: readonly string[];
  readonly lead: LeadDays;
  readonly needs: readonly Dependency[];
  /** From how many people the task applies. */
  readonly minSize: number;
  readonly when?: Condition;
  readonly milestone: boolean;
  /** Never dropped, however short the time. */
  readonly essential: boolean;
  /** Dropped when fewer weeks than this are left for preparation. */
  readonly dropUnderWeeks?: number;
  /** What to do instead when it is dropped. */
  readonly instead?: string;
  /** `partners`: meetings and other people's deadlines, never in August nor between Christmas and New Year. `event`: stays where it falls. */
  readonly calendar: 'office' | 'partners' | 'event';
  /** At the latest this many calendar months before the event, whatever the plan (an anchor). */
  readonly anchorMonths?: number;
  /** At the latest on the day when the first of the funders that were named is to be asked. */
  readonly byFunders?: boolean;
  readonly why: string;
  readonly done: string;
  /** Id of the document that goes with it. */
  readonly document?: string;
}

export type Level = 'sobre' | 'courant' | 'confort';

/** The one quantity form: a fact times a factor, rounded up, at least `min`. A flat amount is `{ times: 1 }`. */
export interface Quantity {
  readonly of?: string;
  readonly times: number;
  readonly min: number;
}

export interface Account {
  /** M57, full chart. */
  readonly developpee: string;
  /** M57, abridged chart (communes under 3 500 inhabitants that chose it). */
  readonly abregee: string;
  readonly label: string;
}

export interface BudgetLine extends Provenance {
  readonly id: string;
  readonly label: string;
  readonly when?: Condition;
  readonly unit: string;
  readonly quantity: Quantity;
  /** Price of one unit at each level, in cents. Absent: no price is known, a quote has to be asked for. */
  readonly price?: Readonly<Record<Level, Cents>>;
  readonly account: Account;
  /** Purchase family, for the sums that public procurement looks at. */
  readonly family: string;
  /** How to do it without money. Absent: it cannot be done without. */
  readonly free?: string;
}

/** Share kept for the unexpected, in percent of the other lines. */
export interface Contingency extends Provenance {
  readonly id: string;
  readonly label: string;
  readonly percent: Readonly<Record<Level, number>>;
  readonly account: Account;
  readonly family: string;
}

/** Usual time between a request and its answer, in months: at least, at most. */
export interface AskBefore {
  readonly least: number;
  readonly most: number;
}

/** An account that depends on who receives the money. */
export interface AccountCase extends Account {
  readonly when: Condition;
  /** What has to be looked at, after the advice. */
  readonly note?: string;
}

export interface IncomeType extends Provenance {
  readonly id: string;
  readonly label: string;
  readonly account: Account;
  /** The first whose condition holds stands for `account`. */
  readonly accountCases?: readonly AccountCase[];
  /** Absent: not known. */
  readonly askBefore?: AskBefore;
  /** Which third of the 2018 event it is compared with. */
  readonly share: 'public-local' | 'prive' | 'national';
  readonly advice: string;
}

export interface InKindLine extends Provenance {
  readonly id: string;
  readonly label: string;
  readonly when?: Condition;
  readonly unit: string;
  readonly quantity: Quantity;
  /** Value of one unit in cents; absent: each authority has its own, to be filled in. */
  readonly rate?: Cents;
  readonly method: string;
}

/** What public procurement lets buy without publicity: a sheet adds up each purchase family, and the whole event. */
export interface PurchaseLimit extends Provenance {
  /** Excluding tax. */
  readonly limit: Cents;
  /** From this share of the limit on, in percent, it is said. */
  readonly warnPercent: number;
  /** Lines above the table. */
  readonly says: readonly string[];
}

/** Two other numbers of people for which the budget is reckoned, in percent of those expected. */
export interface Scenarios extends Provenance {
  readonly fewer: number;
  readonly more: number;
  /** Why these two. */
  readonly why: string;
}

/** When the expenses are shared with a host: a sheet to say who pays what. */
export interface SharedBudget extends Provenance {
  readonly when: Condition;
  readonly says: readonly string[];
}

/** What to do with the total of the help in kind. */
export interface InKindTotal extends Provenance {
  readonly says: string;
}

export interface BudgetRules {
  readonly lines: readonly BudgetLine[];
  readonly contingency: Contingency;
  readonly income: readonly IncomeType[];
  readonly inKind: readonly InKindLine[];
  /** Kits of before 0.3.0 have none of these, and their workbook none of the sheets. */
  readonly purchases?: PurchaseLimit;
  readonly scenarios?: Scenarios;
  readonly shared?: SharedBudget;
  readonly inKindTotal?: InKindTotal;
}

export interface Audience extends Provenance {
  readonly id: string;
  readonly name: string;
  readonly obstacle: string;
  readonly need: string;
  readonly formats: readonly string[];
  /** Advised share of the people, in percent; absent: no figure known. */
  readonly share?: number;
}

export interface Theme extends Provenance {
  readonly id: string;
  readonly name: string;
  readonly question: string;
  readonly audiences: readonly string[];
  readonly format: string;
  readonly partner: string;
  readonly trace: string;
  /** Which of the six words of NEC it serves. */
  readonly serves: string;
}

export interface SessionFormat extends Provenance {
  readonly id: string;
  readonly name: string;
  readonly purpose: string;
  readonly duration: string;
  readonly capacity: string;
  readonly room: string;
  readonly team: string;
  readonly material: string;
}

/**
 * `together`: everybody in one room; `workshops`: several rooms at once; `peers`: everybody, without a platform; `move`: on
 * the way from room to room, no rest; `open`: nothing is planned; `alongside`: goes on beside all that, at no hour of its own.
 */
export type SlotKind = 'together' | 'workshops' | 'peers' | 'break' | 'meal' | 'move' | 'open' | 'alongside';

/** One time of a day: what is done, not when. */
export interface Slot {
  readonly id: string;
  readonly kind: SlotKind;
  /** The first case that holds; the last one always does. */
  readonly title: readonly When<string>[];
  /** Ids of formats; the first case that holds, if any. */
  readonly format: readonly When<string>[];
  readonly room?: string;
  /** Of an `alongside` one only. */
  readonly when?: Condition;
}

/** Which day of the event it is, by how many there are: `day` is the only one, `middle-day` neither the first nor the last. */
export type DayPart = 'half-day' | 'day' | 'first-day' | 'middle-day' | 'last-day' | 'last-half-day';

/** A day as the kit proposes it: the first whose part and condition fit is taken. */
export interface ModelDay extends Provenance {
  readonly id: string;
  readonly part: DayPart;
  readonly when?: Condition;
  /** Minutes after midnight. */
  readonly start: number;
  /** One after the other, without a gap. */
  readonly slots: readonly { readonly slot: string; readonly minutes: number }[];
}

/** What every day of a kit keeps to. */
export interface ProgrammeLimits extends Provenance {
  /** Most of the time spent together, in percent of all the time but the meals. */
  readonly togetherPercent: number;
  /** Most people in one workshop. */
  readonly workshopPeople: number;
  /** Longest time without a break or a meal, in minutes. */
  readonly longestRun: number;
  /** Shortest break, and shortest open time at the end, in minutes. */
  readonly shortestBreak: number;
  /** An audience that never has two workshops at once. */
  readonly neverTwice?: string;
  /** Of all the people, those who are in a workshop while workshops are on, in percent; the others are at the stands or resting. Absent: a room for fifty (the fact `salles`). */
  readonly workshopPercent?: number;
}

/** A format that can be a workshop. `id` is that of the format. */
export interface WorkshopFormat {
  readonly id: string;
  /** The audience that gets it before any other, whatever the theme; nobody else does. */
  readonly audience?: string;
  /** The time that it takes: at least, at most. */
  readonly minutes: readonly [shortest: number, longest: number];
  /** The most people that it takes. */
  readonly people: number;
}

/** What comes before the first time of a day, in minutes before it. */
export interface BeforeDay {
  /** The team opens the place, on the first day. */
  readonly open: number;
  /** The team meets. */
  readonly briefing: number;
  /** People come in. */
  readonly welcome: number;
}

/** How a kit lays out the days of an event. */
export interface Programme {
  readonly limits: ProgrammeLimits;
  readonly before: BeforeDay;
  /** The first that fits is taken where nothing else decides. */
  readonly workshops: readonly WorkshopFormat[];
  readonly slots: readonly Slot[];
  readonly days: readonly ModelDay[];
  /** Lines for the sheet « Mode d’emploi » of the timetable. */
  readonly guide: readonly string[];
}

/** A column of a workbook that a kit describes. `rank`: the number of its row, as a formula. */
export interface KitColumn {
  readonly id: string;
  readonly title: string;
  /** In characters. */
  readonly width: number;
  readonly owner: Column['owner'];
  readonly format: 'text' | 'date' | 'number' | 'choice' | 'rank';
  readonly choices?: readonly string[];
  readonly when?: Condition;
}

/** A row that a kit fills. */
export interface KitTableRow extends Provenance {
  readonly id: string;
  /** The value of `from.kind` that it stands for: it goes when an answer names one, and lends that one its cells. */
  readonly kind?: string;
  readonly when?: Condition;
  /** By column. */
  readonly cells: Readonly<Record<string, string>>;
}

/** Rows made from a question of type `records`, one a line. */
export interface RowsFromAnswer {
  readonly question: string;
  /** The field that tells the kind of each line. */
  readonly kind?: string;
  /** Fields by column. */
  readonly cells: Readonly<Record<string, string>>;
}

/** A workbook that a kit describes (`tables.yaml`): one sheet, or one for each day and place. */
export interface KitTable extends Provenance {
  readonly id: string;
  /** Name of the sheet. */
  readonly sheet: string;
  readonly each: readonly ('day' | 'site')[];
  /** Lines above the table. May hold the words of `shared/table-words.ts`: `{lieu}`, `{dpo}`… */
  readonly intro: readonly string[];
  readonly columns: readonly KitColumn[];
  /** The column that people call a row by. */
  readonly label?: string;
  readonly rows: readonly KitTableRow[];
  readonly from?: RowsFromAnswer;
  /** Blank rows for people; shared out between places. */
  readonly blank: Quantity;
  /** In points: lines on which people write by hand. */
  readonly rowHeight?: number;
  /** Lines of the sheet « Mode d’emploi ». */
  readonly guide: readonly string[];
}

export type FieldType = 'text' | 'long-text' | 'email' | 'tel' | 'choice' | 'choices' | 'consent' | 'number';

export interface FormField {
  readonly id: string;
  readonly label: string;
  readonly type: FieldType;
  readonly required: boolean;
  /** The first case that holds, if any. */
  readonly help?: readonly When<string>[];
  readonly when?: Condition;
  readonly maxLength?: number;
  /** Value of the HTML `autocomplete` attribute (WCAG 1.3.5). */
  readonly autocomplete?: string;
  readonly choices?: readonly Choice[];
  /** Choices taken from an answer or a list of the kit: `publics`, `themes`, `formats`, `sites`, or the half days of the event. */
  readonly choicesFrom?: 'publics' | 'themes' | 'formats' | 'sites' | 'demi-journees';
}

export interface FormSection {
  readonly id: string;
  readonly title: string;
  /** The first case that holds, if any. */
  readonly intro?: readonly When<string>[];
  readonly fields: readonly FormField[];
}

/** Data once, rendered many times: HTML, print, RGPD notice. Of each text, the first case that holds; the last one always does. */
export interface Form extends Provenance {
  readonly id: string;
  readonly title: string;
  readonly intro: readonly When<string>[];
  /** RGPD: why the data is collected, on what basis, who sees it, how long it is kept. */
  readonly purpose: readonly When<string>[];
  readonly legalBasis: readonly When<string>[];
  readonly recipients: readonly When<string>[];
  readonly retention: readonly When<string>[];
  readonly sections: readonly FormSection[];
}

export type Severity = 'blocking' | 'warning' | 'info';

/** The closed list of rule kinds. */
export type RuleTest =
  /** The anchor of the task is past, or its day comes after it. */
  | { readonly kind: 'anchor'; readonly task: string }
  /** The condition holds. */
  | { readonly kind: 'facts'; readonly when: Condition }
  /** A day of the event is a public holiday (or the day before or after, with `near`). */
  | { readonly kind: 'holiday'; readonly near: boolean; readonly certainty: readonly Holiday['certainty'][] }
  /** An event that the organiser named (`evenements_voisins`) falls on a day of this one, or less than a week away with `near`. */
  | { readonly kind: 'neighbour'; readonly near: boolean }
  /** A day of the event lies in one of these windows. */
  | { readonly kind: 'window'; readonly windows: readonly { readonly from: IsoDate; readonly to: IsoDate; readonly name: string }[]; readonly when?: Condition }
  /** The day of a task (without `task`: a day of the event) lies in a window of one of these rules, whose own condition holds. */
  | { readonly kind: 'during'; readonly rules: readonly string[]; readonly task?: string; readonly when?: Condition }
  /** A figure goes over `over`, and not over `upTo`. */
  | { readonly kind: 'threshold'; readonly figure: Figure; readonly over: number; readonly upTo?: number; readonly when?: Condition };

/**
 * What a threshold looks at, as the workbooks tell it once they can be read. In euros: `gap` (income missing), `unspent`
 * (envelope that no expense uses, whatever funding was not granted), `excess-funding` (what funders bring beyond all
 * expenses), `expenses` (each line at the greater of planned and actual), `purchases-of-year`
 * (the same and the answer `achats_annee`), `public-funding` (the most that one public funder brings). Else in tasks, weeks,
 * and funders: `late-funders` (not asked yet, and their usual time is over).
 */
export type Figure =
  | 'gap' | 'unspent' | 'excess-funding' | 'expenses' | 'purchases-of-year' | 'public-funding'
  | 'dropped-tasks' | 'weeks-missing' | 'late-funders';

export interface Rule extends Provenance {
  readonly id: string;
  readonly severity: Severity;
  readonly test: RuleTest;
  /** May hold `{date}`, `{nom}`, `{montant}`, `{nombre}`, `{note}`. */
  readonly message: string;
  readonly todo: string;
  /** The task before which it has to be done. */
  readonly by?: string;
  readonly validUntil?: IsoDate;
}

/** When a {@link Favour} speaks for a day. */
export type FavourTest =
  /** The event lies between two days of the year, `MM-JJ`, both included. */
  | { readonly kind: 'season'; readonly from: string; readonly to: string }
  /** None of these rules is met, and at least one of them has data for that day: not knowing is no reason. */
  | { readonly kind: 'silent'; readonly rules: readonly string[] };

/** What speaks for a day, where the rules say what speaks against it. */
export interface Favour extends Provenance {
  readonly id: string;
  readonly when?: Condition;
  readonly test: FavourTest;
  readonly message: string;
}

export type DocumentKind = 'text' | 'table' | 'copy';

/** The closed list of what builds a document that is not a text. */
export type Builder =
  | 'retroplanning' | 'budget' | 'selection-grid' | 'timetable' | 'table'
  | 'milestones-calendar' | 'tasks-calendar'
  | 'contribution-form' | 'registration-form'
  | 'dashboard' | 'readme' | 'sources';

export interface DocumentSpec {
  readonly id: string;
  /** Inside the planning folder, `/` between parts; texts without extension (`textes` decides). */
  readonly path: string;
  readonly kind: DocumentKind;
  readonly title: string;
  /** What the file is for, one sentence, for `LISEZ-MOI.html`. */
  readonly purpose: string;
  /** Who reads it, for instance « élus, direction ». */
  readonly readers: string;
  readonly when?: Condition;
  /** Left out of a small event until somebody asks for it (`documents_en_plus`). */
  readonly extra?: boolean;
  /** Of a text: large letters in its Word file. */
  readonly largePrint?: boolean;
  readonly template?: string;
  readonly builder?: Builder;
  /** For the builder `table`: which one of `tables.yaml`. */
  readonly table?: string;
}

export interface Profile {
  readonly id: string;
  readonly title: string;
  readonly answers: Readonly<Record<string, AnswerValue>>;
}

// ────────────────────────────── plan ─────────────────────────────

export interface PlannedTask {
  readonly task: Task;
  readonly due: IsoDate;
  /** Due before `today`. */
  readonly late: boolean;
  /** The day before which it has to be done whatever happens, when it is an anchor. */
  readonly anchor?: IsoDate;
}

export interface DroppedTask {
  readonly task: Task;
  /** `short`: not enough time. Tasks left out by size or condition are not listed. */
  readonly reason: 'short';
}

export interface PlannedPhase {
  readonly phase: Phase;
  readonly from: IsoDate;
  readonly to: IsoDate;
}

export interface Schedule {
  readonly plan: PlanName;
  /** Weeks between `debut` and the first day (whole weeks, rounded down). */
  readonly weeksAvailable: number;
  /** Weeks of the plan for this size. */
  readonly weeksOfPlan: number;
  /** The smaller of the two. */
  readonly weeksUsed: number;
  /** First and last day; from `periode` when the date is not set. */
  readonly firstDay: IsoDate;
  readonly lastDay: IsoDate;
  /** The date is not set: every date is provisional. */
  readonly provisional: boolean;
  readonly phases: readonly PlannedPhase[];
  /** By date, then in the order of the kit. */
  readonly tasks: readonly PlannedTask[];
  readonly dropped: readonly DroppedTask[];
}

export interface PlannedLine {
  readonly line: BudgetLine;
  readonly quantity: number;
  /** Null: not known, a quote has to be asked for. The amount then counts as 0, which is said. */
  readonly price: Cents | null;
  readonly amount: Cents;
  readonly account: string;
  /** The line is done without money: `line.free` says how. */
  readonly free: boolean;
}

export interface PlannedIncome {
  /** `_autofinancement`, or an id of `budget.income`, numbered when several funders have it: `region`, `region--2`. */
  readonly id: string;
  readonly label: string;
  readonly amount: Cents;
  /** The organiser named this funder without an amount. */
  readonly unknownAmount: boolean;
  readonly account: string;
  readonly share: IncomeType['share'];
  readonly advice: string;
  readonly askBefore?: AskBefore;
}

export interface PlannedInKind {
  readonly line: InKindLine;
  readonly quantity: number;
  /** 0 when the rate is not known. */
  readonly amount: Cents;
}

export interface Budget {
  readonly level: Level;
  readonly envelope: Cents;
  readonly lines: readonly PlannedLine[];
  readonly contingency: { readonly amount: Cents; readonly percent: number; readonly account: string };
  readonly expenses: Cents;
  readonly income: readonly PlannedIncome[];
  readonly incomeTotal: Cents;
  /** Expenses that nothing pays for yet; 0 when balanced. */
  readonly gap: Cents;
  readonly inKind: readonly PlannedInKind[];
}

export interface Alert extends Provenance {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly todo: string;
  /** The day before which it has to be done; absent when none is known. */
  readonly due?: IsoDate;
  readonly validUntil?: IsoDate;
}

/** A day for the event, and why or why not. */
export interface WeighedDay {
  readonly date: IsoDate;
  readonly for: readonly Favour[];
  /** What the rules about the date would say if the event began that day, the most serious first. */
  readonly against: readonly Alert[];
}

/** The kit applied to the answers and the official data. */
export interface Plan {
  readonly kit: Kit;
  readonly answers: Answers;
  readonly facts: Facts;
  readonly territory: Territory;
  readonly today: IsoDate;
  /** Hash made at `init`; the root of every calendar UID. */
  readonly eventId: string;
  readonly eventName: string;
  readonly schedule: Schedule;
  readonly budget: Budget;
  /** What to do first: the most serious, then the earliest day, then in the order of the kit. */
  readonly alerts: readonly Alert[];
  /** The day of the event, weighed. While it is not set: some days of the period to choose from, the best first. */
  readonly dates: readonly WeighedDay[];
}

// ──────────────────────────── documents ──────────────────────────

/** A run of text with one look. */
export interface Inline {
  readonly text: string;
  readonly strong?: boolean;
  readonly emphasis?: boolean;
  readonly link?: string;
}

export type BlockKind =
  | 'title' | 'heading' | 'subheading' | 'paragraph'
  | 'item' | 'number' | 'check'
  | 'quote' | 'info' | 'warning'
  | 'header-row' | 'row' | 'rule';

/** The smallest thing that is merged: a paragraph, a list item, a table row. */
export interface Block {
  /** Stable: from the template, never from the rendered words. Unique in the document. */
  readonly id: string;
  readonly kind: BlockKind;
  /** One list of runs; one per cell for rows. */
  readonly cells: readonly (readonly Inline[])[];
  /** Dates, times, amounts, places, names that the plan put into this block, as printed. */
  readonly values: readonly string[];
  /** Nesting of list items, from 0. */
  readonly depth: number;
}

export interface TextDocument {
  readonly kind: 'text';
  readonly spec: DocumentSpec;
  readonly path: string;
  readonly blocks: readonly Block[];
}

export type Cell = string | number | null | Formula;

/**
 * A live formula with its right cached value (integer cents in a `money` column). In it, `{row}` stands for the number
 * of its own row, `{first}` for the first row of the table, which is its header: sums start there, so that a row
 * inserted right under it counts. `{ref:Sheet name|row id|column key}` stands for a cell of another row or sheet.
 */
export interface Formula {
  readonly formula: string;
  readonly value: number | string;
}

export type ColumnFormat = 'id' | 'text' | 'date' | 'money' | 'number' | 'choice';

export interface Column {
  readonly key: string;
  readonly title: string;
  /** In characters. */
  readonly width: number;
  readonly format: ColumnFormat;
  /** `kit`: ours, recomputed. `person`: theirs, never overwritten. */
  readonly owner: 'kit' | 'person';
  /** For `choice`: the drop-down list. */
  readonly choices?: readonly string[];
  /** What people call a row by: one text column of ours per sheet, another text in each row of ours. */
  readonly label?: true;
  /** Key of the person's column that takes what is typed over this one of ours, when that one is empty. */
  readonly overflow?: string;
}

/** Dates in cells are `AAAA-MM-JJ` strings in `date` columns, amounts integer cents in `money` columns. */
export interface Row {
  /** Stable id printed in the column « N° »; null for spare rows. */
  readonly id: string | null;
  readonly role: 'item' | 'section' | 'spare' | 'total';
  readonly cells: Readonly<Record<string, Cell>>;
}

export interface Sheet {
  readonly name: string;
  /** Lines above the table: the first is the title. */
  readonly preface: readonly string[];
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly landscape: boolean;
  /** In points: rows that stay at least that high, to be written on by hand. */
  readonly rowHeight?: number;
}

export interface TableDocument {
  readonly kind: 'table';
  readonly spec: DocumentSpec;
  readonly path: string;
  readonly sheets: readonly Sheet[];
}

/** A derived file: rebuilt while nobody touched it. */
export interface CopyDocument {
  readonly kind: 'copy';
  readonly spec: DocumentSpec;
  readonly path: string;
  readonly content: string;
}

/** A calendar: a copy whose entries keep a number from run to run. */
export interface CalendarDocument {
  readonly kind: 'calendar';
  readonly spec: DocumentSpec;
  readonly path: string;
  readonly name: string;
  readonly items: readonly WrittenItem[];
}

/** One file that should be in the folder. */
export type Document = TextDocument | TableDocument | CopyDocument | CalendarDocument;

// ────────────────────────── what people did ──────────────────────────

/** Why the words of a paragraph or row in a person's file must not be touched. */
export type LockReason = 'tracked-changes' | 'comment' | 'object';

/** One paragraph, list item or table row of a person's text, in the order of the file. */
export interface FoundBlock {
  /** `other`: something that no kit writes; its words are read, never changed. */
  readonly kind: BlockKind | 'other';
  readonly depth: number;
  /** The words as plain text; one text per cell for rows, one text for all else. A line break inside is `\n`. */
  readonly cells: readonly string[];
  /** Its words must stay as they are: a change that falls here is a conflict. */
  readonly locked?: LockReason;
  /** It holds more than words (picture, note mark, section or page break), or the file needs it: never removed. */
  readonly pinned: boolean;
  /**
   * By cell, where in the words a picture, a note mark, a page break stands; absent when none does. A change from
   * before such a place to behind it is a conflict. The end of a paragraph inside a cell lies half way in its `\n`.
   */
  readonly fixed?: readonly (readonly number[])[];
}

/** What has to change in a person's text. Offsets count UTF-16 units in `FoundBlock.cells[cell]`; edits never overlap. */
export type TextEdit =
  | { readonly kind: 'words'; readonly block: number; readonly cell: number; readonly from: number; readonly to: number; readonly text: string }
  /** A new block after the block of this rank (-1: before all). Several at one place come in the order of the list. */
  | { readonly kind: 'insert'; readonly after: number; readonly block: Block }
  | { readonly kind: 'remove'; readonly block: number };

/** A cell as it stands in a person's workbook: dates as `AAAA-MM-JJ` in `date` columns, cents in `money` columns. */
export interface FoundCell {
  readonly value: string | number | boolean | null;
  /**
   * The formula in the words of {@link Formula} (`{row}`, `{first}`, `{ref:…}`, letters of our own layout), so that one
   * of ours that only moved is equal to what we wrote; absent when there is none.
   */
  readonly formula?: string;
  /**
   * It must not be written: hidden in merged cells or merged over rows (the first cell of a merge in one row can be
   * written), part of a shared or array formula, or a line above the table whose place nobody can tell.
   */
  readonly locked?: boolean;
}

export interface FoundRow {
  /** Row number in the sheet, from 1. */
  readonly number: number;
  /** What stands in the column « N° »; null when empty. */
  readonly id: string | null;
  /** By key of our columns. */
  readonly cells: Readonly<Record<string, FoundCell>>;
  /** Something stands in a column that is not ours. */
  readonly hasMore: boolean;
}

/** One of our sheets as it stands in a person's workbook. */
export interface FoundSheet {
  /** The name that we gave it: the tab may have another now. */
  readonly name: string;
  /** The lines above the table, by their rank in `Sheet.preface`. */
  readonly preface: readonly FoundCell[];
  /** Every row under the header that the file describes, blank ones too: a new row of ours goes into a blank one. */
  readonly rows: readonly FoundRow[];
  /** The header cells by key, as they read now; a missing key is a column that is gone. */
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * One cell to write in a person's workbook. `row` is a row number of the sheet, `preface` a rank of the preface, `header`
 * the key of a column of ours. A `{ref:…}` in the content may name a row whose id another edit of the same merge writes.
 */
export interface CellEdit {
  /** Name of the sheet as we gave it. */
  readonly sheet: string;
  readonly at: { readonly row: number; readonly key: string } | { readonly preface: number } | { readonly header: string };
  readonly content: Cell;
}

export type TaskState = 'todo' | 'doing' | 'done' | 'dropped';

/** One line of the retro-planning as it stands in the workbook. */
export interface ObservedTask {
  /** Null for a line that a person added. */
  readonly id: string | null;
  readonly title: string;
  readonly phase: string;
  readonly due: IsoDate | null;
  /** The person's own deadline. */
  readonly ownDue: IsoDate | null;
  readonly state: TaskState;
  readonly owner: string | null;
}

export interface ObservedMoney {
  readonly expenses: Cents;
  readonly income: Cents;
}

/** One line of the budget as it stands in the workbook. */
export interface ObservedLine {
  readonly id: string | null;
  readonly label: string;
  readonly kind: 'expense' | 'income';
  readonly planned: Cents | null;
  readonly actual: Cents | null;
  /** A person says that this funder was asked, or has answered. */
  readonly asked?: true;
  /** A person says that this funder grants what was asked. */
  readonly granted?: true;
}

/** What people did in the workbooks; undefined parts: that workbook is gone or cannot be read. */
export interface Observed {
  readonly tasks?: readonly ObservedTask[];
  readonly budget?: {
    readonly lines: readonly ObservedLine[];
    readonly planned: ObservedMoney;
    readonly actual: ObservedMoney;
    /** Lines whose amount hangs on a formula of a person that waits to be calculated again. */
    readonly uncalculated?: number;
  };
  /** Ids of the texts and tables whose file people took out of the folder. */
  readonly missing?: readonly string[];
}

/** An entry of a calendar that was written before: what it said, and when it last changed (RFC 5545 §3.8.7). */
export interface WrittenItem {
  readonly uid: string;
  readonly sequence: number;
  /** Day of DTSTAMP and LAST-MODIFIED. */
  readonly revisedOn: IsoDate;
  /** The component as jCal (RFC 7265) without SEQUENCE, DTSTAMP, LAST-MODIFIED, as JSON: equal when nothing changed. */
  readonly content: string;
}

/** What the copies of a folder need to know besides the plan. At `init`: nothing. */
export interface FolderState {
  readonly observed: Observed;
  /** By UID: the last state that was written. */
  readonly calendarItems: Readonly<Record<string, WrittenItem>>;
  /** By UID: the highest SEQUENCE of runs that were undone since. Programs may have seen it: the next one goes beyond. */
  readonly undoneSequences: Readonly<Record<string, number>>;
  readonly conflicts: readonly OpenConflict[];
}

// ───────────────────────────── changes ───────────────────────────

export type ChangeKind = 'create' | 'update' | 'merge' | 'conflict' | 'remove' | 'keep';

/** Where in a file a conflict is, and the three texts. Empty: absent on that side. */
export interface ConflictPiece {
  /** In words: « paragraphe « Le lieu… » », « Dépenses, ligne Salle, colonne Prévu ». */
  readonly place: string;
  readonly mine: string;
  readonly next: string;
  readonly base: string;
}

/** A conflict is open while its `beside` file exists. */
export interface OpenConflict {
  readonly path: string;
  readonly beside: string;
  readonly why: ConflictReason;
  readonly pieces: readonly ConflictPiece[];
}

/** Why a file could not be brought up to date as a whole. The sentence of each is in `cli/change-words.ts`. */
export type ConflictReason =
  /** Both sides changed the same words or cells. */
  | 'both-changed'
  /** A copy that somebody worked in. */
  | 'copy-edited'
  /** Somebody else's file stands at the path. */
  | 'path-taken'
  /** Not what its name says, password, macros, signature, damaged. */
  | 'unreadable'
  /** The numbers « N° » no longer tell which row is which. */
  | 'rows-displaced'
  /** A sheet or a column of ours is gone, or there is another number of them. */
  | 'layout-changed'
  /** More new rows than spare rows. */
  | 'no-spare-rows'
  /** Too much of the file is in conflict to be merged by pieces. */
  | 'too-different'
  /** What was last written is not known any more. */
  | 'no-memory';

/** Something that the person should know about a file that was handled; never an error. */
export type Note =
  /** An old value that stays somewhere in the file. */
  | { readonly code: 'old-value'; readonly value: string; readonly place: string }
  /** Words of both sides stand in one paragraph: worth a look. */
  | { readonly code: 'merged-words'; readonly place: string }
  /** A date in a person's own words that no longer agrees. */
  | { readonly code: 'typed-date'; readonly value: string; readonly place: string }
  /** A paragraph, row or sheet that a person deleted has a new text in the kit. */
  | { readonly code: 'deleted-piece'; readonly place: string }
  /** The kit or the plan no longer has a paragraph or row that a person worked in: it stays. */
  | { readonly code: 'removed-piece'; readonly place: string }
  /** A date typed over « Échéance » went to « Votre échéance ». */
  | { readonly code: 'deadline-moved'; readonly value: string; readonly place: string }
  /** An own deadline that comes after the event or before what it waits for. */
  | { readonly code: 'own-deadline'; readonly value: string; readonly place: string }
  /** A formula of ours that a person's program left behind or changed. */
  | { readonly code: 'formula-changed'; readonly place: string }
  /** A copy in another format stands beside: which one is the true one is the person's to say. */
  | { readonly code: 'other-format'; readonly path: string }
  /** The file is gone; perhaps it has this name now. */
  | { readonly code: 'renamed-by-person'; readonly path: string }
  /** The kit gives the file another name, which somebody has taken. */
  | { readonly code: 'name-taken'; readonly path: string }
  /** Of two versions the person deleted their own. */
  | { readonly code: 'only-new-version'; readonly path: string }
  /** The file is gone and the kit has a new version of it. */
  | { readonly code: 'deleted-file' }
  /** A section of the kit has a new look (bold, link) that an edited file does not take. */
  | { readonly code: 'look-not-merged'; readonly place: string };

export type KeepReason = 'same' | 'edited' | 'deleted' | 'orphan' | 'open-conflict';

/** What will happen to one file, and why. */
export interface Change {
  /** Where the file is after the run. */
  readonly path: string;
  readonly kind: ChangeKind;
  readonly reason?: KeepReason | ConflictReason | 'renamed';
  /** Where it was, when the kit renamed it. */
  readonly from?: string;
  /** New content of `path`; absent when it stays as it is. */
  readonly bytes?: Uint8Array;
  /** The kit's version, written beside a file in conflict. */
  readonly beside?: { readonly path: string; readonly bytes?: Uint8Array };
  readonly pieces?: readonly ConflictPiece[];
  readonly notes?: readonly Note[];
}
