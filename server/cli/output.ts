import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { nodeFiles } from '../node/files.ts';
import { type Terminal, UsageError } from './usage.ts';

/** Options of every command that can write a file. */
export const outputOptions = {
  out: { type: 'string' },
  force: { type: 'boolean', default: false },
} as const;

export interface OutputValues {
  out?: string | undefined;
  force: boolean;
}

/** Throws `UsageError` where a file stands in the way: before long work, and again when it is written. */
export const mayWrite = async (terminal: Terminal, path: string, force: boolean): Promise<void> => {
  const found = await stat(resolve(terminal.cwd, path)).catch(() => undefined);
  if (found?.isDirectory()) throw new UsageError(`--out ${path}：是文件夹，请写明文件名`);
  if (found && !force) throw new UsageError(`${path} 已经有了：请换个名字，或加 --force 覆盖`);
};

/** Writes a file that was not there, or that may be overwritten. */
export const writeOutput = async (terminal: Terminal, path: string, content: string | Uint8Array, force: boolean): Promise<void> => {
  await mayWrite(terminal, path, force);
  await writeWhole(resolve(terminal.cwd, path), content).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`${path}：写不了（${error.code ?? error.message}）；如果正在 Word、WPS 或 Excel 里打开，请先关闭`);
  });
  terminal.err(`已写入 ${path}`);
};

/** Never leaves half a file behind. */
export const writeWhole = (path: string, content: string | Uint8Array): Promise<void> =>
  nodeFiles.write(path, typeof content === 'string' ? new TextEncoder().encode(content) : content);

/** What a command says: into the file that `--out` names, else on the terminal. */
export const emit = (terminal: Terminal, { out, force }: OutputValues, text: string): Promise<void> | void =>
  out === undefined ? terminal.out(text) : writeOutput(terminal, out, text.endsWith('\n') ? text : `${text}\n`, force);
