import { parseArgs } from 'node:util';
import type { CheckResult } from '../../core/check.ts';
import type { IndexedClaim } from '../../core/claims/claim-index.ts';
import { type DraftDiff, diffDrafts } from '../../core/diff.ts';
import type { Finding } from '../../core/finding.ts';
import { LineTable } from '../../core/text/lines.ts';
import { nameOf } from '../../core/worksheet.ts';
import type { Files } from '../../files.ts';
import { draftDiffText } from '../../reports/draft-diff.ts';
import { diffTable } from '../../tables/diff.ts';
import { version } from '../../version.ts';
import { chooseFormat } from '../format.ts';
import { formatSheet } from '../formats/table.ts';
import { emit, mayWrite, outputOptions } from '../output.ts';
import { checkDraft, Projects, projectOptions } from '../project.ts';
import { type Terminal, UsageError } from '../usage.ts';

export const diff = async (args: string[], files: Files, terminal: Terminal): Promise<number> => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { ...projectOptions, ...outputOptions, format: { type: 'string' } },
  });
  const [oldPath, newPath, ...rest] = positionals;
  if (!oldPath || !newPath || rest.length > 0) throw new UsageError('用法：heshu diff 旧稿 新稿');
  const format = chooseFormat(values, ['table', 'md', 'json']);
  if (values.out !== undefined) await mayWrite(terminal, values.out, values.force);
  const projects = await Projects.open(files, terminal, values);
  const [before, after] = [checkDraft(await projects.draft(oldPath)), checkDraft(await projects.draft(newPath))];
  const found = diffDrafts(before, after);
  if (format === 'json') {
    await emit(terminal, values, JSON.stringify({ version, old: oldPath, new: newPath, ...jsonOf(found, before, after) }));
    return 0;
  }
  const shape = {
    changes: (diff: DraftDiff): string => formatSheet(format, diffTable(diff)),
    words: (text: string): string => text,
    heading: (title: string): string => (format === 'md' ? `## ${title}` : title),
  };
  await emit(terminal, values, draftDiffText(found, before, after, shape));
  return 0;
};

const jsonOf = ({ changed, added, gone, findings, confirmed }: DraftDiff, before: CheckResult, after: CheckResult): object => {
  const [oldLines, newLines] = [before, after].map(({ document }) => new LineTable(document.text)) as [LineTable, LineTable];
  const at = (entry: IndexedClaim, lines: LineTable): object => ({
    indicator: nameOf(entry.claim),
    indicatorId: entry.claim.indicator?.id ?? null,
    printed: entry.printed,
    ...lines.at(entry.start),
  });
  const shown = ({ key, rule, severity, message, range }: Finding, lines: LineTable): object => ({
    key,
    rule,
    severity,
    message,
    ...lines.at(range.start),
  });
  return {
    changed: changed.map((change) => ({
      before: at(change.before, oldLines),
      after: at(change.after, newLines),
      stale: change.stale.map((entry) => at(entry, newLines)),
      dependent: change.dependent.map((entry) => at(entry, newLines)),
      breaks: change.breaks.map(({ key }) => key),
    })),
    added: added.map((entry) => at(entry, newLines)),
    gone: gone.map((entry) => at(entry, oldLines)),
    confirmed: confirmed.map(({ key }) => key),
    findings: {
      added: findings.added.map((finding) => shown(finding, newLines)),
      solved: findings.solved.map((finding) => shown(finding, oldLines)),
      remaining: findings.remaining.map((finding) => shown(finding, newLines)),
    },
  };
};
