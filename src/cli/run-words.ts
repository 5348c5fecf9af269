/** « reporter » du 14/03/2027 à 10:22. @param since as the clock on the wall showed it: `2027-03-14T10:22` */
export function runInWords(command: string, since: string): string {
  const [day = '', time = ''] = since.split('T');
  return `« ${command} » du ${day.split('-').toReversed().join('/')} à ${time}`;
}
