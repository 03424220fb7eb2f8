const unused = [
  'callHierarchy',
  'typeHierarchy',
  'linkedEditingRange',
  'inlineValue',
  'inlineCompletion',
  'moniker',
  'notebook',
  'fileOperations',
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
    // Only for servers that load programs of a project.
    leaveOut(/[\\/]vscode-languageserver[\\/]lib[\\/]node[\\/]files\.js$/, '');
    leaveOut(
      new RegExp(`[\\\\/]vscode-languageserver-protocol[\\\\/]lib[\\\\/]common[\\\\/]protocol\\.(?:${protocols.join('|')})\\.js$`),
      '',
    );
  },
};
