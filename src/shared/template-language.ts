import type { Kit } from '../model.ts';
import { problem, type Position, type Problem } from '../problem.ts';
import { blockHelpers, codesOf, inlineHelpers, loopData } from './template-codes.ts';
import { readParseError } from './template-errors.ts';
import { viewShape, type Shape } from './view-shape.ts';
import { nearest } from './words.ts';

/** Handlebars' own parser, given by the caller: only the build and foreign kits need it. */
export type ParseTemplate = (source: string) => hbs.AST.Program;

/**
 * Everything in a template that is outside the language: unknown names and codes, other helpers, partials, decorators,
 * raw output. Handlebars' `strict` alone says nothing of a name that is misspelt inside `#if` or `#each`.
 */
export function checkTemplate(source: string, file: string, kit: Kit, parse: ParseTemplate): readonly Problem[] {
  let program: hbs.AST.Program;
  try {
    program = parse(source);
  } catch (error) {
    return [readParseError(error, source, file)];
  }
  const checker = new TemplateChecker(file, (fact) => codesOf(fact, kit));
  checker.program(program, [viewShape]);
  return checker.problems;
}

class TemplateChecker {
  readonly problems: Problem[] = [];
  readonly #file: string;
  readonly #codesOf: (fact: string) => readonly string[] | undefined;

  constructor(file: string, codesOf: (fact: string) => readonly string[] | undefined) {
    this.#file = file;
    this.#codesOf = codesOf;
  }

  /** `scopes`: what `this` is, the innermost last; only `#each` opens one. */
  program(program: hbs.AST.Program | undefined, scopes: readonly Shape[]): void {
    if (program?.blockParams?.length) this.#refuse('{{#each … as |nom|}}', program);
    for (const statement of program?.body ?? []) this.#statement(statement, scopes);
  }

  #statement(statement: hbs.AST.Statement, scopes: readonly Shape[]): void {
    switch (statement.type) {
      case 'ContentStatement': case 'CommentStatement': return;
      case 'MustacheStatement': return this.#mustache(statement as hbs.AST.MustacheStatement, scopes);
      case 'BlockStatement': return this.#block(statement as hbs.AST.BlockStatement, scopes);
      default: return this.#refuse(statement.type.startsWith('Partial') ? '{{> …}}' : '{{* …}}', statement);
    }
  }

  #mustache(node: hbs.AST.MustacheStatement, scopes: readonly Shape[]): void {
    if (!node.escaped) return this.#refuse('{{{…}}}', node);
    const name = pathName(node.path);
    if (node.params.length === 0 && !node.hash && !inlineHelpers.includes(name)) {
      const shape = this.#resolve(node.path, scopes);
      if (shape && shape.kind !== 'words' && shape.kind !== 'id') this.#refuse(`{{${name}}}`, node);
      return;
    }
    if (!inlineHelpers.includes(name)) return this.#unknown(name, [...blockHelpers, ...inlineHelpers], node.path);
    this.#literals(node.params, this.#codesOf(name === 'demande' ? 'recettes' : 'taches'), node);
  }

  #block(node: hbs.AST.BlockStatement, scopes: readonly Shape[]): void {
    const name = pathName(node.path);
    const [subject, ...rest] = node.params;
    let inner = scopes;
    if (!blockHelpers.includes(name)) this.#unknown(name, blockHelpers, node.path);
    else if (!subject || node.hash || (name !== 'has' && rest.length > 0)) this.#refuse(`{{#${name}}}`, node);
    else {
      const shape = this.#resolve(subject, scopes);
      if (name === 'has') this.#codes(shape, rest, node);
      if (name === 'each' && shape) {
        if (shape.kind === 'list') inner = [...scopes, shape.of];
        else this.#refuse(`{{#each ${pathName(subject)}}}`, subject);
      }
      if (name !== 'each' || shape) this.program(node.program, inner);
      this.program(node.inverse, scopes);
    }
  }

  #codes(shape: Shape | undefined, values: readonly hbs.AST.Expression[], node: hbs.AST.BlockStatement): void {
    if (!shape) return;
    if (shape.kind === 'code' || shape.kind === 'codes') this.#literals(values, this.#codesOf(shape.fact), node);
    else this.#refuse(`{{#has ${pathName(node.params[0])}}}`, node);
  }

  #literals(values: readonly hbs.AST.Expression[], known: readonly string[] | undefined, node: hbs.AST.Node): void {
    if (values.length === 0) this.#refuse('{{#has}}, {{echeance}} ou {{demande}} sans code', node);
    for (const value of values) {
      if (value.type !== 'StringLiteral') this.#refuse(pathName(value), value);
      else if (known && !known.includes((value as hbs.AST.StringLiteral).value)) {
        this.#unknown((value as hbs.AST.StringLiteral).value, known, value);
      }
    }
  }

  #resolve(expression: hbs.AST.Expression, scopes: readonly Shape[]): Shape | undefined {
    if (expression.type !== 'PathExpression') return this.#refuse(pathName(expression), expression);
    const path = expression as hbs.AST.PathExpression;
    if (path.data) {
      const known = scopes.length > 1 && path.parts.length === 1 && loopData.includes(String(path.parts[0]));
      return known ? { kind: path.parts[0] === 'index' ? 'id' : 'flag' } : this.#refuse(path.original, path);
    }
    let shape = scopes.at(-1 - path.depth);
    for (const part of path.parts) {
      const names: Readonly<Record<string, Shape>> = shape?.kind === 'group' ? shape.names : {};
      const next = Object.hasOwn(names, String(part)) ? names[String(part)] : undefined;
      if (!next) return this.#unknown(path.original, Object.keys(names), path, String(part));
      shape = next;
    }
    return shape ?? this.#unknown(path.original, [], path);
  }

  #unknown(name: string, candidates: readonly string[], node: hbs.AST.Node, looked = name): undefined {
    const near = nearest(looked, candidates);
    this.problems.push(problem('template-unknown', { name, ...(near && { nearest: near }) }, this.#at(node)));
  }

  #refuse(construct: string, node: hbs.AST.Node): undefined {
    this.problems.push(problem('template-syntax', { detail: `${construct} n’est pas permis ici` }, this.#at(node)));
  }

  /** Handlebars counts columns from 0. */
  #at(node: hbs.AST.Node): Position {
    return { file: this.#file, line: node.loc.start.line, column: node.loc.start.column + 1 };
  }
}

const pathName = (node: hbs.AST.Node | undefined): string =>
  node && 'original' in node ? String(node.original) : '(…)';
