import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type CheckPassageParams, checkPassageRequest, type LookUpParams, lookUpRequest } from '../server/protocol.ts';
import type { Overviews } from './overviews.ts';

/** What VS Code 1.95 and newer have, as far as it is used here. */
interface ToolHost {
  registerTool<Input>(name: string, tool: { invoke(options: { input: Input }): Promise<unknown> }): vscode.Disposable;
}
interface ToolResults {
  LanguageModelToolResult: new (parts: unknown[]) => unknown;
  LanguageModelTextPart: new (text: string) => unknown;
}

/** Gives language models in the editor the facts and the checker, where the user allows it. */
export const offerTools = (client: BaseLanguageClient, overviews: Overviews): vscode.Disposable => {
  let tools: vscode.Disposable | undefined;
  const update = (): void => {
    tools?.dispose();
    tools = vscode.workspace.getConfiguration('heshu').get('languageModelTools') === true ? register(client, overviews) : undefined;
  };
  update();
  const listening = vscode.workspace.onDidChangeConfiguration((change) => {
    if (change.affectsConfiguration('heshu.languageModelTools')) update();
  });
  return new vscode.Disposable(() => {
    listening.dispose();
    tools?.dispose();
  });
};

const register = (client: BaseLanguageClient, overviews: Overviews): vscode.Disposable | undefined => {
  // Before 1.95 the function was there as well, for proposals only.
  if (!('LanguageModelToolResult' in vscode)) return undefined;
  const host = (vscode as unknown as { lm: ToolHost }).lm;
  const uri = (): string => {
    const draft = vscode.window.activeTextEditor?.document.uri ?? overviews.current?.uri;
    return draft ? client.code2ProtocolConverter.asUri(draft) : 'untitled:';
  };
  const tool = <Input>(name: string, ask: (input: Input) => Promise<string>): vscode.Disposable =>
    host.registerTool<Input>(name, { invoke: async ({ input }) => resultOf(await ask(input)) });
  return vscode.Disposable.from(
    tool<{ indicator: string }>('heshu_lookUp', ({ indicator }) =>
      client.sendRequest(lookUpRequest, { indicator, uri: uri() } satisfies LookUpParams),
    ),
    tool<{ text: string }>('heshu_checkPassage', ({ text }) =>
      client.sendRequest(checkPassageRequest, { text, uri: uri() } satisfies CheckPassageParams),
    ),
  );
};

const resultOf = (text: string): unknown => {
  const { LanguageModelToolResult, LanguageModelTextPart } = vscode as unknown as ToolResults;
  return new LanguageModelToolResult([new LanguageModelTextPart(text)]);
};
