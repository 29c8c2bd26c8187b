// Parses the collector script with a grammar of PowerShell, and names what it does not understand.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const [modules, path] = process.argv.slice(2);
const require = createRequire(modules + '/');
const { Parser, Language } = await import(pathToFileURL(require.resolve('web-tree-sitter')));
await Parser.init();
const parser = new Parser();
parser.setLanguage(await Language.load(modules + '/tree-sitter-powershell/tree-sitter-powershell.wasm'));
const root = parser.parse(readFileSync(path, 'utf8')).rootNode;

function faults(node) {
  if (!node.hasError) return [];
  const own = node.isError || node.isMissing ? [`${path}:${node.startPosition.row + 1}: ${node.text.slice(0, 80)}`] : [];
  return own.concat(...node.children.map(faults));
}
const found = faults(root);
found.forEach((line) => console.log(line));
process.exit(found.length > 0 || root.hasError ? 1 : 0);
