import { readDocument } from '../../../server/core/document.ts';
import { makeVocabulary } from '../../../server/core/indicators/vocabulary.ts';
import { readOutline } from '../../../server/core/outline/outline.ts';
import { describePlace } from '../../../server/core/outline/place.ts';
import { type Section, sectionsOf } from '../../../server/core/sections.ts';
import { hold, type Target } from '../target.ts';
import { bytesOf, textOf } from '../words.ts';

const vocabulary = makeVocabulary([]);

const check = (text: string, { start, end, heading, children }: Section, from: number, to: number): void => {
  hold(from <= start && start <= end && end <= to && to <= text.length, 'a section lies in the one around it');
  hold(start <= heading.start && heading.start <= heading.end, 'a heading opens its section');
  let at = start;
  for (const child of children) {
    check(text, child, at, end);
    at = child.end;
  }
};

export const target: Target = {
  seeds: [
    '政府工作报告\n——2025年1月20日在云溪区第五届人民代表大会第四次会议上\n\n各位代表：\n一、2024年工作回顾\n（一）财政总收入262亿元，增长4.8%。\n1.地区生产总值5%\n二、2025年重点工作安排\n附件：\n名词解释',
    '序号\t目标\t进展情况\n1\t新增一百亿元\t5%\n2\t|\t|\n| 5 | 6 |',
    '# 2024年工作完成情况\r\n\r\n- 5。2%\r\n“十四五”',
  ].map(bytesOf),
  fuzz(data) {
    const text = textOf(data.subarray(0, 2000));
    const outline = readOutline(text);
    hold(outline.bodyEnd >= 0 && outline.bodyEnd <= text.length, 'the body ends in the text');
    let at = 0;
    for (const passage of outline.passages) {
      hold(passage.start >= at && passage.start < passage.end && passage.end <= text.length, 'passages follow one another');
      at = passage.end;
      const { offsets } = passage;
      hold(passage.text.length <= passage.end - passage.start, 'a passage is no longer than its place');
      if (offsets) hold(offsets.length === passage.text.length, 'every character has an offset');
      for (const [i, offset] of (offsets ?? []).entries())
        hold(offset >= (i === 0 ? 0 : (offsets?.[i - 1] as number) + 1) && offset < passage.end - passage.start, 'offsets rise');
      describePlace(passage);
    }
    let from = 0;
    for (const section of sectionsOf(readDocument(text, vocabulary))) {
      check(text, section, from, text.length);
      from = section.end;
    }
  },
};
