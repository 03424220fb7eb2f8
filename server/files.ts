/** Where files come from: node:fs, or requests to the client (virtual workspaces, the web worker). Paths are URIs or file paths as the port defines. */
export interface Files {
  /** Names of the files directly in a folder; undefined where there is no such folder. */
  list(folder: string): Promise<string[] | undefined>;
  /** The bytes of a file; undefined where there is none. */
  read(path: string): Promise<Uint8Array | undefined>;
  /** Puts bytes in the place of a file's, all or none; makes the file and its folder where there are none. Throws where that may not be. */
  write(path: string, bytes: Uint8Array): Promise<void>;
  /** Where a path leads behind symbolic links; undefined where nothing is there. Left out by hosts that know no links. */
  real?(path: string): Promise<string | undefined>;
  join(folder: string, name: string): string;
  /** The folder of a path, or undefined at the top. */
  parent(path: string): string | undefined;
}
