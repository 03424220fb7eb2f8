import { afterEach, expect, it } from 'vitest';
import { PublishDiagnosticsNotification } from 'vscode-languageserver-protocol';
import { fromBase64 } from '../../server/base64.ts';
import {
  checkFolderRequest,
  checkPassageRequest,
  checkRequest,
  dataDiffRequest,
  draftDiffRequest,
  lookUpRequest,
  type MarkdownAnswer,
  makePaperRequest,
  readWorksheetsRequest,
} from '../../server/protocol.ts';
import { type Editor, MemoryFiles, startEditor } from './client.ts';
import { draft, files, folder } from './papers.ts';

let editor: Editor;
afterEach(() => editor.stop());

const uri = `${folder}/draft.zcg`;
const sheet = (level: string): string => `2024年主要指标\n指标,单位,上年数,本年数\n财政总收入,亿元,250,${level}\n消费券,万元,,300\n`;
const memory = new MemoryFiles({
  ...files(),
  [`${folder}/数据表/a.csv`]: sheet('262'),
  [`${folder}/数据表/b.csv`]: sheet('265'),
  [`${folder}/old.txt`]: draft.replace('262亿元', '260亿元'),
  [`${folder}/all/one.txt`]: draft,
  [`${folder}/all/two.pdf`]: '%PDF-1.4',
});

const at = (name: string): string => `${folder}/${name.split('/').map(encodeURIComponent).join('/')}`;

const ask = async (method: string, params: object): Promise<string> => {
  const answer = await editor.connection.sendRequest<string | MarkdownAnswer>(method, params);
  return typeof answer === 'string' ? answer : 'markdown' in answer ? answer.markdown : answer.nothing;
};

it('answers follow the language of the user: in English all but words of papers is English', async () => {
  editor = await startEditor({ files: memory }, { initializationOptions: { language: 'en' } });
  editor.open(uri, draft);
  expect(
    await ask(dataDiffRequest, { uri, before: at('数据表/a.csv'), after: at('数据表/b.csv') }),
  ).toBe(`# draft.zcg: what the new data sheet changes

Old sheet a.csv, new sheet b.csv

1 figures changed: the draft has 1 of the old values, and 1 figures that follow from them

| Indicator | Period | Old sheet | New sheet | Place | Draft | Note | Change to |
| --- | --- | --- | --- | --- | --- | --- | --- |
| 财政总收入 | 2024 | 262亿元 | 265亿元 | “一”第1段 | 262亿元 | still the old value | 265亿元 |
|  |  |  |  | “一”第1段 | 财政总收入4.8% | growth follows | 6.0% |
`);
  expect((await ask(lookUpRequest, { uri, indicator: '固定资产投资' })).split('\n')).toEqual([
    '固定资产投资 (云溪区)',
    expect.stringMatching(/^2023 actual: 642\.8亿元, growth ＋30\.8% \(2024年报告“一”第1段“.*”; 2024年报告“一”第1段“.*”\)$/),
    expect.stringMatching(/^2024 target: growth ＋8% \(2024年报告“二”第1段“.*”\)$/),
  ]);
  expect(await ask(lookUpRequest, { uri, indicator: '没有的指标' })).toMatch(/^没有的指标 \(云溪区\): the papers at hand have no figure/);
  expect(await ask(checkPassageRequest, { uri, text: '财政总收入增长5.6%。' })).toMatch(/1 figures: /);
  expect(await ask(draftDiffRequest, { uri, before: at('old.txt') })).toMatch(
    /^# draft\.zcg: compared with old\.txt\n\n- changed “一”第1段 \*\*财政总收入\*\* 260亿元 → 262亿元\n {2}- Look at: .*\n\n## Findings solved\n\n- must check .*\n\n## Findings still there\n\n- check /s,
  );
  const folderAnswer = await ask(checkFolderRequest, { uri: at('all') });
  expect(folderAnswer).toMatch(/^# all: what the check found\n\n\| Draft \| Figures \| Agree \| To check \|/);
  expect(folderAnswer).toContain('Not read:\n\n- two.pdf: the PDF file is incomplete or damaged: ');
  expect(await ask(checkFolderRequest, { uri: at('none') })).toBe('none: no drafts in this folder (docx, txt, md, zcg, html, pdf)');

  const made = await editor.connection.sendRequest<{ files: { content: string }[] }>(makePaperRequest, { uri, paper: 'worksheet' });
  memory.files[`${folder}/back.xlsx`] = fromBase64(made.files[0]!.content);
  expect(await ask(readWorksheetsRequest, { uri, sheets: [at('back.xlsx')], confirm: false })).toMatch(
    /^# draft\.zcg: returned worksheets\n\n\d+ rows: \d+ not filled in\n/,
  );
});

it('so do lines on files that cannot be read', async () => {
  const broken = new MemoryFiles({
    ...files(),
    [`${folder}/heshu.json`]: '{ "baseline": "上年", "colour": 1, "rules": { "gone": "off", "unit": "loud" }, "year": "x" }',
    [`${folder}/heshu.reviewed.json`]: '{ "drafts": [{ "region": 1 }] }',
    [`${folder}/上年/old.doc`]: Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0),
    [`${folder}/上年/note.ofx`]: 'x',
    [`${folder}/上年/list.csv`]: 'a,b\n1,2\n',
    [`${folder}/上年/facts.csv`]: 'name,low,unit,period\n财政总收入,many,亿元,2023\n财政总收入,1,亿元,once\n',
    [`${folder}/数据表/a.csv`]: '2024年主要指标\n指标,单位,本年数\n财政总收入,亿元,much\n消费券,,3\n',
  });
  const said = new Map<string, unknown[]>();
  editor = await startEditor(
    { files: broken },
    {
      initializationOptions: { language: 'en' },
      prepare(connection) {
        connection.onNotification(PublishDiagnosticsNotification.type, ({ uri: at, diagnostics }) => {
          said.set(
            at.slice(folder.length + 1),
            diagnostics.map(({ message }) => message),
          );
        });
      },
    },
  );
  editor.open(uri, draft);
  expect(await editor.connection.sendRequest(checkRequest, { uri })).toMatchObject({ coverage: expect.stringMatching(/figures/) });
  expect([...said].flatMap(([file, lines]) => lines.map((line) => `${file} | ${line}`))).toEqual([
    'heshu.json | heshu.json: unknown setting colour',
    'heshu.json | heshu.json: no rule gone',
    'heshu.json | heshu.json: the severity of unit should be error, warning, information, hint or off',
    'heshu.json | heshu.json: year should be a year',
    'heshu.json | old.doc: an old format: save it as .docx in Word or WPS',
    'heshu.json | note.ofx: files of this kind are not read: save it as docx, txt or csv',
    'heshu.json | list.csv: its head shows no columns for indicator and value, and no figures could be read',
    'heshu.json | facts.csv, row 2, column “low”: “many” is no number',
    'heshu.json | facts.csv, row 3, column “period”: “once” is no period (forms: 2023, 2023Q3, 2023M01..M11, 2021..2025)',
    'heshu.json | a.csv, row 3, column “本年数”: “much” is no number',
    'heshu.json | a.csv, row 4, column “本年数”: no unit is given',
    'heshu.reviewed.json | heshu.reviewed.json: draft 1 needs region, year (or null) and kind (one of sheet, report, bulletin, plan, table, press)',
  ]);
});
