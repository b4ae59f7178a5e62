import { basename, join, relative } from 'node:path';
import ts from 'typescript';

/** Modules whose types are read, and where. */
export interface TypesInput {
  readonly root: string;
  /** Absolute paths of the entry points. */
  readonly entries: readonly string[];
}

/**
 * Declarations of the entry points, by file name, that import nothing but each other: functions and constants as tsc
 * emits them, and in `types.d.ts` every type that is reached from them. Types that are inferred from a schema are
 * written out, so that the schema library is not needed.
 */
export function packageTypes({ root, entries }: TypesInput): Map<string, string> {
  const program = ts.createProgram([...entries, join(root, 'src/package/built-modules.d.ts')], {
    ...readOptions(root),
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
    noEmitOnError: false,
  });
  const collector = new TypeCollector(program.getTypeChecker(), join(root, 'src'));
  const isEntry = (file: string) => entries.includes(file);
  const files = new Map<string, string>();
  for (const entry of entries) {
    const source = program.getSourceFile(entry);
    if (source === undefined) throw new Error(`There is no ${entry}.`);
    program.emit(source, (name, text) => files.set(basename(name), entryText(text, entry, isEntry)), undefined, true);
    collector.takeModule(source);
  }
  return files.set('types.d.ts', collector.text());
}

function readOptions(root: string): ts.CompilerOptions {
  const { config, error } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile) as {
    config: object;
    error?: ts.Diagnostic;
  };
  if (error) throw new Error(ts.flattenDiagnosticMessageText(error.messageText, '\n'));
  return ts.parseJsonConfigFileContent({ ...config, files: [], include: [] }, ts.sys, root).options;
}

/** Points the imports of an emitted entry at the other entries, at the sets, or at `types.d.ts`. */
function entryText(text: string, entry: string, isEntry: (file: string) => boolean): string {
  return text.replace(/(from\s+)'([^']+)'/g, (_, before: string, specifier: string) => {
    if (specifier === 'undelivered:sets') return `${before}'./sets.js'`;
    const target = join(entry, '..', specifier);
    return `${before}'./${specifier.startsWith('.') && isEntry(target) ? basename(target, '.ts') : 'types'}.js'`;
  });
}

/** Gathers interfaces and type aliases with all they refer to. */
class TypeCollector {
  readonly #checker: ts.TypeChecker;
  readonly #folder: string;
  readonly #texts = new Map<string, { symbol: ts.Symbol; text: string }>();

  constructor(checker: ts.TypeChecker, folder: string) {
    this.#checker = checker;
    this.#folder = folder;
  }

  /** All types that a module exports or names. */
  takeModule(source: ts.SourceFile): void {
    const module = this.#checker.getSymbolAtLocation(source);
    for (const exported of module ? this.#checker.getExportsOfModule(module) : []) this.#take(exported);
    this.#visit(source);
  }

  text(): string {
    return [...this.#texts.values()].map(({ text }) => `${text}\n`).join('\n');
  }

  #take(found: ts.Symbol): void {
    const symbol = found.flags & ts.SymbolFlags.Alias ? this.#checker.getAliasedSymbol(found) : found;
    const declaration = symbol.declarations?.find(
      (node) => ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node),
    );
    if (declaration === undefined || !this.#isOurs(declaration)) return;
    const before = this.#texts.get(symbol.name);
    if (before?.symbol === symbol) return;
    if (before) throw new Error(`Two types of the package are called ${symbol.name}: rename one of them.`);
    const isInferred =
      ts.isTypeAliasDeclaration(declaration) && !declaration.typeParameters && this.#isFromSchema(declaration);
    this.#texts.set(symbol.name, {
      symbol,
      text: isInferred ? this.#writtenOut(declaration) : sourceText(declaration),
    });
    if (!isInferred) this.#visit(declaration);
  }

  #visit(node: ts.Node): void {
    if (ts.isIdentifier(node)) {
      const symbol = this.#checker.getSymbolAtLocation(node);
      if (symbol) this.#take(symbol);
    }
    ts.forEachChild(node, (child) => this.#visit(child));
  }

  #writtenOut(declaration: ts.TypeAliasDeclaration): string {
    const type = this.#checker.getTypeAtLocation(declaration.name);
    const { NoTruncation, InTypeAlias } = ts.TypeFormatFlags;
    const flags: ts.TypeFormatFlags = NoTruncation | InTypeAlias;
    return `export type ${declaration.name.text} = ${this.#checker.typeToString(type, undefined, flags)};`;
  }

  #isOurs(node: ts.Node): boolean {
    return node.getSourceFile().fileName.startsWith(this.#folder);
  }

  #isFromSchema(node: ts.Node): boolean {
    return relative(this.#folder, node.getSourceFile().fileName).split(/[\\/]/)[0] === 'schema';
  }
}

/** A declaration as it is written, with the comment before it. */
function sourceText(node: ts.Node): string {
  const [comment] = ts.getJSDocCommentsAndTags(node);
  const text = node.getText().replace(/^export /, '');
  return `${comment ? `${comment.getText()}\n` : ''}export ${text}`;
}
