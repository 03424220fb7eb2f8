// Made by `npm run generate`; do not edit.
import type { Feature } from '../feature.ts';
import check from '../features/check.ts';
import codeActions from '../features/code-actions.ts';
import completion from '../features/completion.ts';
import diagnostics from '../features/diagnostics.ts';
import hover from '../features/hover.ts';
import projectProblems from '../features/project-problems.ts';
import watchedFiles from '../features/watched-files.ts';

export const features: readonly Feature[] = [
  check,
  codeActions,
  completion,
  diagnostics,
  hover,
  projectProblems,
  watchedFiles,
];
