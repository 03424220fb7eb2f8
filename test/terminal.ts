import { run } from '../server/cli/run.ts';
import { nodeFiles } from '../server/node/files.ts';

export interface Ran {
  status: number;
  out: string;
  err: string;
}

/** Runs the command line in a folder and gives what it printed. */
export const heshuIn = async (cwd: string, ...args: string[]): Promise<Ran> => {
  const out: string[] = [];
  const err: string[] = [];
  const terminal = {
    out: (text: string) => void out.push(`${text}\n`),
    err: (text: string) => void err.push(`${text}\n`),
    colour: false,
    columns: 100,
    cwd,
  };
  const status = await run(args, nodeFiles, terminal, () => undefined);
  return { status, out: out.join(''), err: err.join('') };
};
