import ts from 'typescript';

/** A literal of a source file that people may read. */
export interface SaidInCode {
  readonly line: number;
  readonly text: string;
}

/** What stands in the place of a value. */
export const HOLE = '…';

/** The literals of a TypeScript source that hold French: several words, or an accent. What developers read (errors, imports) is left out. */
export function saidInCode(name: string, source: string): readonly SaidInCode[] {
  const file = ts.createSourceFile(name, source, ts.ScriptTarget.Latest, true);
  const said: SaidInCode[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node) || (ts.isNewExpression(node) && node.expression.getText(file) === 'Error')) return;
    const text = textOf(node);
    if (text !== undefined) {
      const shown = text.replace(/<style>[\s\S]*?<\/style>|<code>[\s\S]*?<\/code>|<[^>]*>/g, ' ').replace(/&\w+;/g, ' ');
      const line = file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
      if (isFrench(shown)) said.push({ line, text: shown });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return said;
}

function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  return ts.isTemplateExpression(node) ? [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join(HOLE) : undefined;
}

/** Code has no accents, and no two words of letters one after the other; English stays out of literals. */
const isFrench = (text: string): boolean => /[àâçéèêëîïôùûœÀÉÈÊ’«]/.test(text) || /(?:^|[\s,.;:!?…])\p{L}{2,} \p{L}{2,}/u.test(text);
