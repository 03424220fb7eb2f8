import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const server = fileURLToPath(new URL('../server', import.meta.url));

const textsIn = (folder, ending) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => readFileSync(join(folder, name), 'utf8'));

/** What our own code takes from the libraries, types aside. */
const imported = () =>
  textsIn(server, '.ts')
    .flatMap((text) => [...text.matchAll(/^import \{([^}]*)\} from 'vscode-languageserver(?:\/\w+)?';/gm)])
    .flatMap(([, names]) => names.split(',').map((name) => name.trim()))
    .filter((name) => name !== '' && !name.startsWith('type '));

/** What a library as compiled takes from its other modules. */
const used = (text) => [...text.matchAll(/\w_1\.(\w+)/g)].map(([, name]) => name);

/** `export var X; (function (X) { … })(X || (X = {}));`, as a compiler writes the functions that belong to the type X, or a class. */
const part =
  /^export var (?<namespace>\w+);\n\(function \(\1\) \{\n[\s\S]*?\n\}\)\(\1 \|\| \(\1 = \{\}\)\);\n|^(?:export )?class (?<class>\w+) \{\n[\s\S]*?\n\}\n/gm;
const nameOf = ({ groups }) => groups.namespace ?? groups.class;

/** Leaves out the parts that neither `names` nor what stays tells of. */
const withoutUnused = (text, names) => {
  const parts = [...text.matchAll(part)];
  const left = parts.filter((match) => !names.has(nameOf(match))).reduce((rest, [block]) => rest.replace(block, () => ''), text);
  const more = new Set([...names, ...(left.match(/\w+/g) ?? [])]);
  return parts.some((match) => more.has(nameOf(match)) && !names.has(nameOf(match))) ? withoutUnused(text, more) : left;
};

/** Parts of the protocol that we do not serve: the files that speak of them, and what each adds to a connection. */
const unserved = {
  callHierarchy: 'CallHierarchyFeature',
  fileOperations: 'FileOperationsFeature',
  inlineCompletion: 'InlineCompletionFeature',
  inlineValue: 'InlineValueFeature',
  linkedEditingRange: 'LinkedEditingRangeFeature',
  moniker: 'MonikerFeature',
  notebook: 'NotebookSyncFeature',
  typeHierarchy: 'TypeHierarchyFeature',
};
const unservedFile = new RegExp(`[\\\\/]lib[\\\\/]common[\\\\/](protocol\\.)?(${Object.keys(unserved).join('|')})\\.js$`);

/**
 * Takes out of the protocol's libraries what their compiler wrote and nobody uses: they are CommonJS, whose exports no
 * bundler can shake. The language server has a limit of size.
 */
export const slimProtocol = {
  name: 'slim-protocol',
  setup(build) {
    build.onLoad({ filter: /[\\/]vscode-languageserver-types[\\/]lib[\\/]esm[\\/]main\.js$/ }, async ({ path }) => {
      const modules = join(path, '../../../..');
      const libraries = [join(modules, '..'), join(modules, 'vscode-languageserver-protocol'), join(modules, 'vscode-jsonrpc')];
      const names = new Set([...imported(), ...libraries.flatMap((folder) => textsIn(join(folder, 'lib'), '.js')).flatMap(used)]);
      const text = (await readFile(path, 'utf8')).replace(/^ *\/\*\*[\s\S]*?\*\/\n/gm, '');
      return { contents: withoutUnused(text, names) };
    });
    build.onLoad({ filter: unservedFile }, ({ path }) => {
      const [, isProtocol, name] = unservedFile.exec(path);
      return { contents: isProtocol ? '' : `exports.${unserved[name]} = (Base) => Base;` };
    });
    // Looks up modules by starting npm and yarn, which we must not.
    build.onLoad({ filter: /[\\/]vscode-languageserver[\\/]lib[\\/]node[\\/]files\.js$/ }, () => ({ contents: '' }));
    build.onLoad({ filter: /[\\/](?:vscode-jsonrpc|vscode-languageserver(?:-protocol)?)[\\/]lib[\\/].*\.js$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8'))
        .replace(/^(?:exports\.\w+ = )+void 0;$/gm, '')
        .replace(
          /^Object\.defineProperty\(exports, "(\w+)", \{ enumerable: true, get: function \(\) \{ return (\w+\.\1); \} \}\);$/gm,
          'exports.$1 = $2;',
        ),
    }));
  },
};
