/** URIs of one file may be written differently (`%E4%B8%8A` or `上`, `C%3A` or `c:`); this form is for comparing. */
export const comparable = (uri: string): string => {
  try {
    return decodeURIComponent(uri).replace(/^(file:\/\/\/[A-Za-z]:)/, (drive) => drive.toLowerCase());
  } catch {
    return uri;
  }
};

export const schemeOf = (uri: string): string => uri.slice(0, uri.indexOf(':'));

/** The last part of a URI's path, readable. */
export const nameOf = (uri: string): string => comparable(uri.slice(uri.lastIndexOf('/') + 1));

/** A file's name as far as its ending: the id of the source that it is. */
export const withoutEnding = (name: string): string => name.replace(/\.[^.]+$/, '');

/** The folder of a URI; undefined at the root and where the URI has no folders (`untitled:Untitled-1`). */
export const parentOf = (uri: string): string | undefined => {
  const root = rootLength(uri);
  if (root === undefined || uri.length <= root) return undefined;
  return uri.slice(0, Math.max(root, uri.lastIndexOf('/')));
};

/** `name` as seen from a folder: a relative path, or an absolute one on the same file system. */
export const joinUri = (folder: string, name: string): string => {
  const root = rootLength(folder) ?? folder.length;
  const parts = name.startsWith('/') ? [] : folder.slice(root).split('/').filter(Boolean);
  for (const part of name.split('/')) {
    if (part === '..') parts.pop();
    else if (part && part !== '.') parts.push(encodeURIComponent(part));
  }
  return folder.slice(0, root).replace(/\/?$/, '/') + parts.join('/');
};

/** A URI's path relative to a folder, readable; undefined where it lies outside. */
export const pathWithin = (folder: string, uri: string): string | undefined => {
  const root = comparable(folder).replace(/\/?$/, '/');
  const path = comparable(uri);
  return path.startsWith(root) ? path.slice(root.length) : undefined;
};

/** Length of `scheme://authority/`. */
const rootLength = (uri: string): number | undefined => /^[\w+.-]+:\/\/[^/]*\/?/.exec(uri)?.[0].length;
