import { writeFileSync } from 'node:fs';
import { runCases } from './cases.ts';
import { reportVariable } from './report.ts';

/** Called by VS Code's Node extension host. */
export const run = async (): Promise<void> => writeFileSync(process.env[reportVariable]!, JSON.stringify(await runCases()));
