/** What came of one case in the editor. */
export interface CaseResult {
  name: string;
  error?: string;
}

export interface Report {
  cases: CaseResult[];
  /** Times in milliseconds, told but not judged. */
  times: Record<string, number>;
}

/** Before a report that the web host prints. */
export const reportMark = 'HESHU-EDITOR-REPORT ';
/** Names the file that the Node host writes its report to. */
export const reportVariable = 'HESHU_EDITOR_REPORT';
