import type { Files } from '../files.ts';
import { baselineCommand } from './commands/baseline.ts';
import { check } from './commands/check.ts';
import { commitments } from './commands/commitments.ts';
import { data } from './commands/data.ts';
import { diff } from './commands/diff.ts';
import { figures } from './commands/figures.ts';
import { importSources } from './commands/import.ts';
import { review } from './commands/review.ts';
import { explain, listRules } from './commands/rules.ts';
import { worksheet } from './commands/worksheet.ts';
import { help, type Terminal, UsageError } from './usage.ts';
import { version } from './version.ts';

/** Runs the command line and gives the exit status (DESIGN §7). */
export const run = async (args: string[], files: Files, terminal: Terminal, startServer: () => void): Promise<number> => {
  const [command, ...rest] = args;
  try {
    switch (command) {
      case 'baseline':
        return await baselineCommand(rest, files, terminal);
      case 'check':
        return await check(rest, files, terminal);
      case 'commitments':
        return await commitments(rest, files, terminal);
      case 'data':
        return await data(rest, files, terminal);
      case 'diff':
        return await diff(rest, files, terminal);
      case 'figures':
        return await figures(rest, files, terminal);
      case 'import':
        return await importSources(rest, files, terminal);
      case 'worksheet':
        return await worksheet(rest, files, terminal);
      case 'review':
        return await review(rest, files, terminal);
      case 'explain':
        return explain(rest, terminal);
      case 'rules':
        return listRules(terminal);
      case 'lsp':
        if (rest.length !== 1 || rest[0] !== '--stdio') throw new UsageError('用法：heshu lsp --stdio');
        startServer();
        return 0;
      case '--version':
      case '-V':
        terminal.out(version);
        return 0;
      case undefined:
      case 'help':
      case '--help':
      case '-h':
        terminal.out(help);
        return command === undefined ? 2 : 0;
      default:
        throw new UsageError(`没有命令 ${command}（heshu help 列出全部）`);
    }
  } catch (error) {
    if (error instanceof UsageError || (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))) {
      terminal.err(error.message);
      return 2;
    }
    throw error;
  }
};
