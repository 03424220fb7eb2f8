import { parseArgs } from 'node:util';
import { ClaimIndex } from '../../core/claims/claim-index.ts';
import { type Commitment, commitmentsOf, type Outcome, outcomeNames } from '../../core/commitments.ts';
import type { PolicyDocument } from '../../core/document.ts';
import { LineTable } from '../../core/text/lines.ts';
import type { Files } from '../../files.ts';
import { workbookOf } from '../../outputs.ts';
import { commitmentsTable } from '../../tables/commitments.ts';
import { version } from '../../version.ts';
import { chooseFormat } from '../format.ts';
import { formatSheet } from '../formats/table.ts';
import { emit, mayWrite, outputOptions, writeOutput } from '../output.ts';
import { Projects, projectOptions } from '../project.ts';
import { type Terminal, UsageError } from '../usage.ts';

export const commitments = async (args: string[], files: Files, terminal: Terminal): Promise<number> => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { ...projectOptions, ...outputOptions, format: { type: 'string' } },
  });
  const [path, ...rest] = positionals;
  if (!path || rest.length > 0) throw new UsageError('heshu commitments 要一个文稿：heshu commitments 文稿.txt');
  const format = chooseFormat(values, ['table', 'md', 'csv', 'json', 'xlsx']);
  if (values.out !== undefined) await mayWrite(terminal, values.out, values.force);
  const projects = await Projects.open(files, terminal, values);
  const { document, baseline: all } = await projects.draft(path);
  const { region, year } = document.outline;
  if (region === null || year === null) throw new UsageError(`${path}：看不出是哪个地区、哪一年的文稿，请用 --region、--year 指定`);
  const { baseline } = all.of(region, year);
  const list = commitmentsOf(document, new ClaimIndex(document), baseline);
  if (format === 'xlsx') {
    await writeOutput(terminal, values.out as string, await workbookOf(commitmentsTable(list, document)), values.force);
    return 0;
  }
  if (format === 'json') {
    const commitments = list.map((item) => jsonOf(item, document));
    await emit(terminal, values, JSON.stringify({ version, path, region, year, commitments }));
    return 0;
  }
  const table = formatSheet(format, commitmentsTable(list, document));
  await emit(terminal, values, format === 'csv' ? table : `${table}\n\n${summary(list, year)}`);
  return 0;
};

/** `87项：超额60 · 已完成12 · …` */
const summary = (list: readonly Commitment[], year: number): string => {
  if (list.length === 0) return `基期材料里没有${year - 1}年的量化目标`;
  const counts = (Object.keys(outcomeNames.zh) as Outcome[]).map((outcome) => ({
    outcome,
    count: list.filter((item) => item.outcome === outcome).length,
  }));
  return `${year - 1}年目标${list.length}项：${counts
    .filter(({ count }) => count > 0)
    .map(({ outcome, count }) => `${outcomeNames.zh[outcome]}${count}`)
    .join(' · ')}；“疑为”的是名称相近的唯一候选，请人核`;
};

const jsonOf = ({ target, reported, outcome, mention, sure, done }: Commitment, document: PolicyDocument): unknown => {
  const lines = new LineTable(document.text);
  const at = reported ?? mention;
  return {
    target: {
      id: target.id,
      indicator: target.claim.name,
      indicatorId: target.claim.indicator?.id ?? null,
      action: target.claim.action,
      kind: target.claim.kind,
      printed: target.printed,
      bound: target.claim.bound,
      source: target.source.title,
      place: target.place,
    },
    outcome,
    sure,
    done: done === undefined ? null : Number(done.toFixed(1)),
    reported: reported ? { indicator: reported.claim.name, printed: reported.printed } : null,
    ...(at && lines.span(at)),
  };
};
