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

/** The last case: that nothing of what came before asked for the network. */
export const noNetwork = (asked: readonly string[]): CaseResult => ({
  name: 'the client asks nothing of the network',
  ...(asked.length > 0 && { error: `asked: ${asked.join(', ')}` }),
});

/** Before a report that the web host prints. */
export const reportMark = 'HESHU-EDITOR-REPORT ';
/** Names the file that the Node host writes its report to. */
export const reportVariable = 'HESHU_EDITOR_REPORT';
