import type { Files } from '../files.ts';
import { version } from '../version.ts';
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
import { help, helpOf, noCommand, type Terminal, UsageError } from './usage.ts';

/** Runs the command line and gives the exit status (DESIGN §7). */
export const run = async (
  args: string[],
  files: Files,
  terminal: Terminal,
  startServer: () => void,
  onThreads?: Parameters<typeof check>[3],
): Promise<number> => {
  const [command, ...rest] = args;
  try {
    const topic = command === 'help' ? rest[0] : rest.some((arg) => arg === '--help' || arg === '-h') ? command : undefined;
    if (topic !== undefined) {
      terminal.out(helpOf(topic));
      return 0;
    }
    switch (command) {
      case 'baseline':
        return await baselineCommand(rest, files, terminal);
      case 'check':
        return await check(rest, files, terminal, onThreads);
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
        throw noCommand(command);
    }
  } catch (error) {
    const message = error instanceof UsageError ? error.message : optionProblem(error, command);
    if (message === undefined) throw error;
    terminal.err(message);
    return 2;
  }
};

/** What is wrong with an option that `parseArgs` refused; undefined of other errors. */
const optionProblem = (error: unknown, command = ''): string | undefined => {
  if (!(error instanceof Error && 'code' in error)) return undefined;
  const option = /'(-[^' ]+)/.exec(error.message)?.[1] ?? '';
  const hint = `（heshu ${command} --help 列出用法）`;
  if (error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `没有选项 ${option}${hint}`;
  if (error.code !== 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') return undefined;
  return error.message.includes('does not take') ? `选项 ${option} 后面不带值${hint}` : `选项 ${option} 后面要写值${hint}`;
};
