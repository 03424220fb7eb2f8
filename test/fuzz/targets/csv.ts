import { parseFacts, parseSources } from '../../../server/core/baseline/fact-file.ts';
import { makeVocabulary } from '../../../server/core/indicators/vocabulary.ts';
import { readSheet } from '../../../server/core/sheets/read-sheet.ts';
import { readCsv } from '../../../server/readers/csv.ts';
import { decode } from '../../../server/readers/decode.ts';
import { hold, type Target } from '../target.ts';

const vocabulary = makeVocabulary([]);
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

export const target: Target = {
  seeds: [
    utf8('\ufeff指标,单位,2024年,增长（%）\r\n财政总收入,亿元,"1,262",4.8\r\n其中：税收,,"20""0",-1\r\n'),
    utf8('指标\t数值\n一\t"未完\n二\t2\n'),
    utf8(
      'id,region,indicator,name,qualifier,kind,low,high,printed,unit,bound,period,status,scope,source,place,evidence,confirmed\nx,云溪区,,户数,,level,1,1,1,户,exact,2023,actual,,s,,,\n',
    ),
    utf8('id,title,region,year,date,authority,covers\ns,报告,云溪区,2024,,report,\n'),
    utf8('a;b;"c\nd"\n;;;'),
    new Uint8Array([0xff, 0xfe, 0x31, 0, 0x2c, 0, 0x32, 0]),
    new Uint8Array([0xd6, 0xb8, 0xb1, 0xea, 0x2c, 0x31, 0x0a]),
  ],
  dictionary: [
    '指标',
    '单位',
    '亿元',
    '2024年',
    '增长',
    '累计',
    '上年同期',
    '目标',
    '"',
    '""',
    '\r\n',
    '\t',
    ';',
    '|',
    '1—11月',
    '合计',
    '其中：',
  ],
  fuzz(data) {
    const decoded = decode(data.subarray(0, 4000));
    if ('error' in decoded) return;
    const rows = readCsv(decoded.text);
    const content = decoded.text.replace(/^\ufeff/, '');
    hold(rows.length <= content.split(/\r\n|\r|\n/).length, 'a row is at least a line');
    let at = 0;
    for (const row of rows)
      for (const cell of row)
        for (const character of cell) {
          at = content.indexOf(character, at) + 1;
          hold(at > 0, 'cells hold what the file holds, in its order');
        }
    readSheet({ name: '表.csv', rows }, vocabulary, { year: 2024 });
    parseFacts(rows, parseSources(rows).sources, vocabulary);
  },
};
