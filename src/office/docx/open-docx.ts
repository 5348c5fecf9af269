import { W } from '../../shared/docx/page.ts';
import { openPackage, type OfficePackage } from '../package.ts';
import { readRelations } from '../relations.ts';
import { childOf, parseXml, type XmlNode } from '../xml-node.ts';
import { readStyles, type Styles } from './styles.ts';

/** A Word file that can be read and patched. */
export interface OpenDocx {
  readonly parts: OfficePackage;
  /** Name and text of the main part. */
  readonly name: string;
  readonly xml: string;
  readonly body: XmlNode;
  readonly styles: Styles;
  /** The part that defines lists, when there is one. */
  readonly numbering: { readonly name: string; readonly root: XmlNode } | undefined;
  /** Names of the heads and feet of pages. */
  readonly margins: readonly string[];
  /** Name of the part that holds the title. */
  readonly properties: string | undefined;
}

const PROPERTIES = 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties';
const MAIN_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

function partRoot(parts: OfficePackage, name: string): XmlNode | undefined {
  const xml = parts.text(name);
  return xml === undefined ? undefined : parseXml(xml);
}

/** Macros, a template, a strict file: everything that is not a usual `.docx` says so in its content type. */
function hasUsualType(parts: OfficePackage, name: string): boolean {
  const types = partRoot(parts, '[Content_Types].xml')?.children ?? [];
  return types.some(({ attributes }) => attributes['PartName'] === `/${name}` && attributes['ContentType'] === MAIN_TYPE);
}

/** A person asked for a password, signed the file, or put a program into it. */
function isClosed(parts: OfficePackage, settings: XmlNode | undefined): boolean {
  const protection = childOf(settings, 'w:documentProtection');
  const isEnforced = /^(1|true|on)$/.test(protection?.attributes['w:enforcement'] ?? '');
  return isEnforced || childOf(settings, 'w:writeProtection') !== undefined
    || parts.names.some((name) => /^_xmlsignatures\/|vbaProject\.bin$/i.test(name));
}

/** `w:` and nothing else stands for the transitional namespace: what we write has to mean the same everywhere. */
function isUsualWord(xml: string, root: XmlNode): boolean {
  const bindings = Array.from(xml.matchAll(/xmlns(?::([\w.-]+))?\s*=\s*(?:"([^"]*)"|'([^']*)')/g));
  return root.name === 'w:document' && root.attributes['xmlns:w'] === W
    && bindings.every(([, prefix, quoted, apostrophed]) => (prefix === 'w') === ((quoted ?? apostrophed) === W));
}

/** Undefined when the file cannot be patched without doubt: `merge.md`, « Leave alone, new version beside ». */
export function openDocx(bytes: Uint8Array): OpenDocx | undefined {
  const parts = openPackage(bytes);
  const roots = parts ? readRelations(parts, '') : [];
  const name = roots.find(({ type }) => type === 'officeDocument')?.target;
  const xml = name === undefined ? undefined : parts?.text(name);
  if (!parts || name === undefined || xml === undefined || !hasUsualType(parts, name)) return undefined;
  const relations = readRelations(parts, name);
  const related = (type: string): string | undefined => relations.find((one) => one.type === type)?.target;
  const [settings, styles, lists] = ['settings', 'styles', 'numbering'].map((type) => {
    const target = related(type);
    return target === undefined ? undefined : { name: target, root: partRoot(parts, target) };
  });
  const root = parseXml(xml);
  const body = childOf(root, 'w:body');
  const isWhole = [settings, styles, lists].every((part) => !part || part.root);
  if (!root || !body || !isWhole || !isUsualWord(xml, root) || isClosed(parts, settings?.root)) return undefined;
  // Another file inside this one, which only Word can show.
  if (xml.includes('<w:altChunk')) return undefined;
  return {
    parts, name, xml, body, styles: readStyles(styles?.root),
    numbering: lists?.root && { name: lists.name, root: lists.root },
    margins: relations.filter(({ type }) => type === 'header' || type === 'footer').map(({ target }) => target),
    properties: roots.find(({ type }) => type === PROPERTIES)?.target,
  };
}
