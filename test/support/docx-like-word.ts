import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** Ids that a French Word gives to styles; the names stay in English. */
const IDS: Readonly<Record<string, string>> = {
  Title: 'Titre', Heading1: 'Titre1', Heading2: 'Titre2', BodyText: 'Corpsdetexte', ListBullet: 'Listepuces',
  ListNumber: 'Listenumros', CheckList: 'Listecocher', Quote: 'Citation', InfoBox: 'Encadrsavoir',
  WarningBox: 'EncadrAttention', TableText: 'Textedetableau', TableHeading: 'En-ttedetableau',
  AfterTable: 'Aprsuntableau', Separator: 'Sparateur', Header: 'En-tte', Footer: 'Pieddepage', PlanTable: 'Tableaududossier',
  Hyperlink: 'Lienhypertexte',
};

const renameStyles = (xml: string): string => xml
  .replace(/((?<!<w:name )w:(?:styleId|val)=")(\w+)"/g, (whole, start: string, id: string) => (IDS[id] ? `${start}${IDS[id]}"` : whole));

/** The same words in several runs, as Word leaves them after spelling, saving and typing. */
function splitWords(raw: string, properties: string): string {
  const [open, close] = ['<w:t xml:space="preserve">', '</w:t>'];
  const letters = raw.match(/&\w+;|./gsu) ?? [];
  const cut = Math.ceil(letters.length / 3);
  const parts = [letters.slice(0, cut), letters.slice(cut, 2 * cut), letters.slice(2 * cut)].map((part) => part.join(''));
  const run = `</w:r><w:proofErr w:type="spellStart"/><w:r w:rsidR="00F21B6C" w:rsidRPr="00B4179A">${properties}`;
  return parts.filter(Boolean).map((part) => open + part
    .replaceAll('\t', `${close}<w:tab/>${open}`)
    .replaceAll('\u2011', `${close}<w:noBreakHyphen/>${open}`)
    .replaceAll('\u00AD', `${close}<w:softHyphen/>${open}`) + close).join(run);
}

const splitRuns = (xml: string): string => xml
  .replace(/<w:r>(<w:rPr>.*?<\/w:rPr>)?(.*?)<\/w:r>/gs, (_, properties: string | undefined, content: string) => {
    const look = (properties ?? '<w:rPr></w:rPr>').replace('</w:rPr>', '<w:lang w:val="fr-FR"/></w:rPr>');
    const words = content.replace(/<w:t [^>]*>(.*?)<\/w:t>/gs, (__, raw: string) => splitWords(raw, look));
    return `<w:r w:rsidR="00F21B6C">${look}<w:lastRenderedPageBreak/>${words}</w:r>`;
  });

function dressParagraphs(xml: string): string {
  let rank = 0;
  return xml.replace(/<w:p>(<w:pPr>.*?<\/w:pPr>)?/gs, (_, properties = '') => {
    rank += 1;
    const id = rank.toString(16).toUpperCase().padStart(8, '0');
    const bookmark = `<w:bookmarkStart w:id="${rank}" w:name="_Toc${rank}"/><w:bookmarkEnd w:id="${rank}"/>`;
    const look = (properties as string).replace('</w:pPr>', '<w:rPr><w:lang w:val="fr-FR"/></w:rPr></w:pPr>');
    return `<w:p w14:paraId="${id}" w14:textId="77777777" w:rsidR="00A77B3E" w:rsidRDefault="00A77B3E">${look}${bookmark}`;
  });
}

/**
 * A file of ours as Word gives it back: other style ids, split runs, revision and paragraph ids, proofing marks,
 * bookmarks, special characters as elements, all parts compressed. Word itself is not at hand for tests.
 */
export function likeWord(bytes: Uint8Array): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).map(([name, content]) => {
    if (!name.startsWith('word/') || name.endsWith('.rels')) return [name, content] as const;
    const xml = renameStyles(strFromU8(content));
    if (name !== 'word/document.xml') return [name, strToU8(xml)] as const;
    const dressed = dressParagraphs(splitRuns(xml)).replace('<w:document ', '<w:document '
      + 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w14" '
      + 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" ');
    return [name, strToU8(dressed)] as const;
  });
  return zipSync(Object.fromEntries(parts), { level: 6, mtime: '2027-01-04T09:00:00' });
}
