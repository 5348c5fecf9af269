import type { Budget, BudgetLine, BudgetRules, PlannedLine, Provenance } from '../../src/model.ts';

const judged: Provenance = { sources: ['jugement'], checkedOn: '2026-11-23', confidence: 'medium' };

type LineDraft = Pick<BudgetLine, 'id' | 'label' | 'unit' | 'family'> & Partial<BudgetLine>;

const line = (code: string, name: string, draft: LineDraft): BudgetLine => ({
  quantity: { times: 1, min: 1 }, price: { sobre: 0, courant: 0, confort: 0 },
  account: { developpee: code, abregee: code.slice(0, 3), label: name }, ...judged, ...draft,
});

const planned = (quantity: number, price: number, line: BudgetLine): PlannedLine => ({
  line, quantity, price, amount: quantity * price, account: line.account.developpee,
  free: price === 0 && line.free !== undefined,
});

const lines: readonly PlannedLine[] = [
  planned(1, 0, line('6132', 'Locations immobilières', {
    id: 'B01', label: 'Salle et chauffage', unit: 'forfait', family: 'Location de salle',
    free: 'Demander le prêt d’une salle communale ou d’une médiathèque.',
  })),
  planned(80, 450, line('6234', 'Réceptions', {
    id: 'B02', label: 'Accueil café', unit: 'personne', family: 'Restauration',
  })),
  planned(80, 0, line('6234', 'Réceptions', {
    id: 'B03', label: 'Déjeuner', unit: 'repas', family: 'Restauration',
    free: 'Repas partagé : chacun apporte un plat.',
  })),
  planned(12, 3000, line('6251', 'Voyages, déplacements et missions', {
    id: 'B04', label: 'Aide à la venue des médiateurs', unit: 'personne aidée', family: 'Déplacements',
  })),
  planned(2, 66667, line('62268', 'Autres honoraires, conseils', {
    id: 'B05', label: 'Interprètes en langue des signes', unit: 'demi-journée', family: 'Interprétation',
  })),
  planned(1, 13066, line('6236', 'Catalogues et imprimés', {
    id: 'B06', label: 'Impressions et panneaux', unit: 'forfait', family: 'Impression',
  })),
];

/** 2 402,40 € of expenses, 10 % of the lines kept for the unexpected; 1 700 € of income; 702,40 € are missing. */
export const budget: Budget = {
  level: 'sobre', envelope: 120000, lines,
  contingency: { amount: 21840, percent: 10, account: '6288' },
  expenses: 240240,
  income: [
    {
      id: '_autofinancement', label: 'Autofinancement', amount: 120000, unknownAmount: false, account: '',
      share: 'public-local', advice: 'Inscrire la somme au budget primitif.',
    },
    {
      id: 'prefecture', label: 'Préfecture', amount: 50000, unknownAmount: false, account: '74718',
      share: 'national', advice: 'Demander le calendrier de la feuille de route.',
    },
    {
      id: 'mecenat', label: 'Mécénat', amount: 0, unknownAmount: true, account: '756',
      share: 'prive', advice: 'Proposer une convention d’une page.',
    },
  ],
  incomeTotal: 170000, gap: 70240,
  inKind: [
    {
      line: {
        id: 'N01', label: 'Temps des agents', unit: 'heure', quantity: { times: 120, min: 1 }, rate: 2550,
        method: 'Coût horaire moyen de la collectivité.', ...judged,
      },
      quantity: 120, amount: 306000,
    },
    {
      line: {
        id: 'N02', label: 'Salle prêtée', unit: 'journée', quantity: { times: 1, min: 1 },
        method: 'Tarif public de la salle.', ...judged,
      },
      quantity: 1, amount: 0,
    },
  ],
};

/** The rules of the kit that this budget follows. */
export const budgetRules: BudgetRules = {
  lines: lines.map(({ line }) => line),
  contingency: {
    id: 'imprevus', label: 'Imprévus', percent: { sobre: 10, courant: 15, confort: 20 },
    account: { developpee: '6288', abregee: '628', label: 'Autres' }, family: 'Imprévus', ...judged,
  },
  income: [{
    id: 'prefecture', label: 'Préfecture', account: { developpee: '74718', abregee: '747', label: 'État, autres' },
    share: 'national', advice: 'Demander le calendrier de la feuille de route.', ...judged, sources: ['H4'],
  }],
  inKind: budget.inKind.map(({ line }) => line),
};
