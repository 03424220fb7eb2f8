import { runCases } from './cases.ts';
import { reportMark } from './report.ts';

/** Called by VS Code's web extension host. */
export const run = async (): Promise<void> => console.log(reportMark + JSON.stringify(await runCases()));
