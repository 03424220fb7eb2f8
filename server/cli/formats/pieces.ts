import type { CheckResult } from '../../core/check.ts';
import { version } from '../../version.ts';
import type { Terminal } from '../usage.ts';
import { githubFile } from './github.ts';
import { jsonFile } from './json.ts';
import { prettyFile } from './pretty.ts';
import { sarifFile, sarifLog } from './sarif.ts';

/** Formats that take several files: one text, joined of a piece for each. */
export const joinedFormats = ['pretty', 'json', 'sarif', 'github'] as const;
export type JoinedFormat = (typeof joinedFormats)[number];

/** What a format says of one file. */
export const pieceOf = (
  format: JoinedFormat,
  path: string,
  result: CheckResult,
  terminal: Pick<Terminal, 'colour' | 'columns'>,
  options: { all: boolean },
): string => {
  switch (format) {
    case 'pretty':
      return prettyFile(path, result, terminal, options);
    case 'json':
      return JSON.stringify(jsonFile(path, result, options));
    case 'sarif':
      return JSON.stringify(sarifFile(path, result));
    case 'github':
      return githubFile(path, result).join('\n');
  }
};

/** The whole text of all files' pieces. */
export const joinPieces = (format: JoinedFormat, pieces: readonly string[]): string => {
  switch (format) {
    case 'pretty':
      return pieces.join('\n\n');
    case 'json':
      return `{"version":${JSON.stringify(version)},"files":[${pieces.join(',')}]}`;
    case 'sarif':
      return JSON.stringify(sarifLog(pieces.flatMap((piece) => JSON.parse(piece) as object[])));
    case 'github':
      return pieces.filter(Boolean).join('\n');
  }
};
