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

/** Leaves them out of the server's bundles, which have a limit of size: the library is CommonJS, of which no bundler can shake what is not used. */
export const slimProtocol = {
  name: 'slim-protocol',
  setup(build) {
    build.onLoad({ filter: unservedFile }, ({ path }) => {
      const [, isProtocol, name] = unservedFile.exec(path);
      return { contents: isProtocol ? '' : `exports.${unserved[name]} = (Base) => Base;` };
    });
    // Looks up modules by starting npm and yarn, which we must not.
    build.onLoad({ filter: /[\\/]vscode-languageserver[\\/]lib[\\/]node[\\/]files\.js$/ }, () => ({ contents: '' }));
  },
};
