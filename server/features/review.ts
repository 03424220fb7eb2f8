import { confirmationOn } from '../confirmed-figure.ts';
import { misreadRow, revisionRow } from '../core/baseline/correction.ts';
import { figureAt } from '../core/mentions.ts';
import { printedOf } from '../core/printed.ts';
import { confirmFigure, draftIdentity, type Reviewed, restore, setAside, setAsideOf, withdraw } from '../core/reviewed.ts';
import type { Language } from '../core/rules/run.ts';
import { correctionsFolder, writeCorrection } from '../corrections.ts';
import type { Check } from '../drafts.ts';
import type { Feature } from '../feature.ts';
import { type Corrected, type CorrectParams, correctRequest, type DecideParams, type Decision, decideRequest } from '../protocol.ts';
import { lineFor } from '../readers/unreadable.ts';
import { today } from '../reviewed-file.ts';

/** Records what reviewers decide, in files beside the draft; the draft itself is never touched. */
export default {
  start({ connection, drafts, workspace, language, stale }) {
    const text = texts[language];
    connection.onRequest(decideRequest, async ({ uri, ...decision }: DecideParams): Promise<string | null> => {
      try {
        const check = await drafts.check(uri);
        const change = check ? changeOf(check, decision, text.changed) : text.noDraft;
        if (typeof change === 'string') return change;
        await workspace.decide(uri, change);
        stale();
        return null;
      } catch (error) {
        return lineFor(error, language);
      }
    });

    connection.onRequest(correctRequest, async ({ uri, fact: id, revised }: CorrectParams): Promise<Corrected> => {
      try {
        const check = await drafts.check(uri);
        const fact = check?.result.baseline.facts.find((known) => known.id === id);
        if (!check || !fact) return { problem: text.changed };
        const row = revised ? revisionRow(fact, { ...revised, on: today() }) : misreadRow(fact);
        if (!row) return { problem: text.number };
        const { path, line } = await workspace.write(uri, async (files, beside) => {
          const folder = correctionsFolder(files, fact, check.project.folders, check.project.folder ?? beside);
          const written = await writeCorrection(files, folder, row, revised ? 'replace' : 'keep');
          workspace.forget(written.path);
          return written;
        });
        stale();
        return { uri: path, line };
      } catch (error) {
        return { problem: lineFor(error, language) };
      }
    });
  },
} satisfies Feature;

const texts: Record<Language, Record<'noDraft' | 'changed' | 'number', string>> = {
  zh: {
    noDraft: '这份文件没有按文稿核对',
    changed: '文稿或材料刚刚改动过，请再试一次',
    number: '请输入一个数，可以带同类的单位，如 249.6亿元',
  },
  en: {
    noDraft: 'This file is not checked as a draft',
    changed: 'The draft or the papers have just changed: please try again',
    number: 'Enter a number, with a unit of the same kind or without, such as 249.6亿元',
  },
};

/** What a decision changes in the file, or one line that says why it cannot be made. */
const changeOf = (check: Check, decision: Decision, changedMeanwhile: string): ((known: Reviewed) => Reviewed) | string => {
  const { result, document } = check;
  const draft = draftIdentity(result.document);
  if (decision.action === 'restore') return (known) => restore(known, draft, decision.key);
  if (decision.action === 'setAside') {
    const finding = result.findings.find(({ key }) => key === decision.key);
    if (!finding) return changedMeanwhile;
    const entry = setAsideOf(finding, { reason: decision.reason, by: decision.by, on: today() });
    return (known) => setAside(known, draft, entry);
  }
  const figure = figureAt(result.index, document.offsetAt(decision.position));
  if (!figure || printedOf(figure.claim, figure.printed) !== decision.printed) return changedMeanwhile;
  if (decision.action === 'confirm') {
    const { paper, by } = decision;
    return (known) => confirmFigure(known, draft, figure, result.index, { paper, by, on: today() });
  }
  const entry = confirmationOn(check, figure);
  return entry ? (known) => withdraw(known, draft, entry) : changedMeanwhile;
};
