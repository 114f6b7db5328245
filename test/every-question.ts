/** A query that each analysis can be asked in a small synthetic world; those that need none are not named. */
export const QUERIES: Readonly<Record<string, string>> = {
  ranking: 'of=cities,regions&top=5&outranks=cn:1100,cn:3100',
  links: 'place=def:yrd_41&top=5',
  balance: 'definition=jjj_13,gba_9_2&populationYear=2020',
  convergence: 'place=def:yrd_41',
  profile: 'place=cn:1100&draws=200',
  sensitivity: 'analysis=balance&place=def:gba_9_2',
  match: 'need=lasers&top=3',
  partners: 'who=cn:1100',
  gaps: 'region=def:yrd_41&least=0.5',
  panel: 'of=places&top=5',
  specialisation: 'place=cn:1100&of=field&top=5&enough=20&least=0.5&draws=100',
  complementarity: 'place=def:yrd_41&of=field&top=5&enough=20&least=0.5&draws=100',
  trend: 'place=cn:1100',
  network: 'top=10',
};
