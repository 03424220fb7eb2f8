// Made by `npm run generate`; do not edit.
import type { Feature } from '../feature.ts';
import assist from '../features/assist.ts';
import check from '../features/check.ts';
import codeActions from '../features/code-actions.ts';
import codeLens from '../features/code-lens.ts';
import completion from '../features/completion.ts';
import dataDiff from '../features/data-diff.ts';
import definition from '../features/definition.ts';
import diagnostics from '../features/diagnostics.ts';
import documentHighlight from '../features/document-highlight.ts';
import documentSymbols from '../features/document-symbols.ts';
import folding from '../features/folding.ts';
import hover from '../features/hover.ts';
import inlayHints from '../features/inlay-hints.ts';
import outsideFolders from '../features/outside-folders.ts';
import overview from '../features/overview.ts';
import paperwork from '../features/paperwork.ts';
import projectProblems from '../features/project-problems.ts';
import references from '../features/references.ts';
import rename from '../features/rename.ts';
import review from '../features/review.ts';
import semanticTokens from '../features/semantic-tokens.ts';
import shownPapers from '../features/shown-papers.ts';
import watchedFiles from '../features/watched-files.ts';
import workspaceSymbols from '../features/workspace-symbols.ts';

export const features: readonly Feature[] = [
  assist,
  check,
  codeActions,
  codeLens,
  completion,
  dataDiff,
  definition,
  diagnostics,
  documentHighlight,
  documentSymbols,
  folding,
  hover,
  inlayHints,
  outsideFolders,
  overview,
  paperwork,
  projectProblems,
  references,
  rename,
  review,
  semanticTokens,
  shownPapers,
  watchedFiles,
  workspaceSymbols,
];
