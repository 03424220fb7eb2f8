import { readFileSync } from 'node:fs';

const unused = [
  'callHierarchy',
  'typeHierarchy',
  'linkedEditingRange',
  'inlineValue',
  'inlineCompletion',
  'moniker',
  'notebook',
  'fileOperations',
  'workspaceFolder',
  'configuration',
];
const mixins = [...unused, 'textDocumentContent', 'showDocument'];
const protocols = [
  ...unused,
  'textDocumentContent',
  'showDocument',
  'colorProvider',
  'implementation',
  'typeDefinition',
  'selectionRange',
  'declaration',
];

/** Adds nothing to what it is given: each of the library's parts takes a class and gives it back with more methods. */
const nothingAdded = 'module.exports = new Proxy({}, { get: () => (Base) => Base });';

/**
 * Leaves out of the language server's bundles the parts of the LSP library for which Heshu has no feature; CommonJS, it
 * cannot be shaken. A feature that comes to need one of these fails at its first call: take the name off the list then.
 */
export const leanServer = {
  name: 'lean-server',
  setup(build) {
    const leaveOut = (filter, contents) => build.onLoad({ filter }, () => ({ loader: 'js', contents }));
    leaveOut(new RegExp(`[\\\\/]vscode-languageserver[\\\\/]lib[\\\\/]common[\\\\/](?:${mixins.join('|')})\\.js$`), nothingAdded);
    // Of the types only the constants: nothing asks whether a value is a Range, nothing makes one by Range.create.
    build.onLoad({ filter: /[\\/]vscode-languageserver-types[\\/]lib[\\/]esm[\\/]main\.js$/ }, ({ path }) => ({
      loader: 'js',
      contents: readFileSync(path, 'utf8')
        .replace(/^ {4}function \w+\([^)]*\) \{\n[\s\S]*?^ {4}\}\n/gm, '')
        .replace(/^ {4}\w+\.(\w+) = \1;\n/gm, ''),
    }));
    // A way of cancelling that a client must choose; ours do not.
    leaveOut(/[\\/]vscode-jsonrpc[\\/]lib[\\/]common[\\/]sharedArrayCancellation\.js$/, '');
    // Only for servers that load programs of a project.
    leaveOut(/[\\/]vscode-languageserver[\\/]lib[\\/]node[\\/]files\.js$/, '');
    leaveOut(
      new RegExp(`[\\\\/]vscode-languageserver-protocol[\\\\/]lib[\\\\/]common[\\\\/]protocol\\.(?:${protocols.join('|')})\\.js$`),
      '',
    );
  },
};
