/** A relative path as a URI reference; a colon in its first part would make it a scheme. */
export const uriOf = (path: string): string => {
  const slashes = path.replace(/\\/g, '/');
  const encoded = slashes.split('/').map(encodeURIComponent).join('/');
  return /^[A-Za-z]%3A\//.test(encoded)
    ? `file:///${encoded.replace('%3A', ':')}`
    : slashes.startsWith('/')
      ? `file://${encoded}`
      : encoded;
};
