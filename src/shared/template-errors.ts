import { problem, type Position, type Problem } from '../problem.ts';

/** Handlebars' parser speaks English, and of an unclosed block it only says that the file ended. */
export function readParseError(error: unknown, source: string, file: string): Problem {
  const said = error instanceof Error ? error.message : String(error);
  const [, opened, closed, line, column] = /^(\S+) doesn't match (\S+) - (\d+):(\d+)/.exec(said) ?? [];
  if (opened !== undefined) {
    const text = source.split('\n')[Number(line) - 1] ?? '';
    const at = { file, line: Number(line), column: text.lastIndexOf('{{', Number(column)) + 1 };
    return problem('template-syntax', { detail: `{{#${opened}}} est fermé par {{/${closed}}}` }, at);
  }
  const unclosed = /got 'EOF'/.test(said) ? findUnclosed(source, file) : undefined;
  if (unclosed) return problem('template-syntax', { detail: `{{#${unclosed.name}}} n’est pas fermé` }, unclosed.at);
  const at = { file, line: Number(/on line (\d+)|- (\d+):/.exec(said)?.slice(1).find(Boolean) ?? 1), column: 1 };
  return problem('template-syntax', { detail: 'une balise {{…}} est mal écrite ou n’a rien à fermer' }, at);
}

function findUnclosed(source: string, file: string): { readonly name: string; readonly at: Position } | undefined {
  const open: { name: string; at: Position }[] = [];
  for (const tag of source.matchAll(/\{\{~?([#/])\s*([^\s}~]+)/g)) {
    const before = source.slice(0, tag.index).split('\n');
    const at = { file, line: before.length, column: (before.at(-1) ?? '').length + 1 };
    if (tag[1] === '#') open.push({ name: tag[2] ?? '', at });
    else open.pop();
  }
  return open.at(-1);
}
