/** What reports are made of, down to what editors and web pages leave in them. */
export const words = [
  ...'0123456789.,%·:：%％+-—~～/()（）、，。；;！？!?“”「」《》[]【】|\t\n \r',
  ...'零〇一二两三四五六七八九十百千万亿第年月日元人户个家亩度由至到从为达占比超近约余多来上下增长降前后倍',
  '\r\n',
  '\n\n',
  '　',
  '\u200b',
  '\ufeff',
  '\u00a0',
  '\u0301',
  '😀',
  '𠮷',
  '\ufe0f\u20e3',
  '０',
  '５',
  '．',
  '亿元',
  '万元',
  '亿美元',
  '万人次',
  '公顷',
  '平方米',
  '公里',
  '千瓦时',
  '个百分点',
  '百分之',
  '分之',
  '左右',
  '以上',
  '以下',
  '以内',
  '连续',
  '翻一番',
  '翻番',
  '过半',
  '八成',
  '同比',
  '分别',
  '其中',
  '新增',
  '累计',
  '位居',
  '第一',
  '首位',
  '1—11月',
  '上半年',
  '三季度',
  '“十四五”',
  '2024年',
  '2025年',
  '今年',
  '去年',
  '上年',
  '一、2024年工作回顾',
  '二、2025年重点工作安排',
  '（一）',
  '1.',
  '# ',
  '- ',
  '附件：',
  '名词解释',
  '政府工作报告',
  '——2025年1月20日在云溪区第五届人民代表大会第四次会议上',
  '各位代表：',
  '地区生产总值',
  '财政总收入',
  '固定资产投资',
  '城镇居民人均可支配收入',
  '全区',
  '云溪区',
  '西湖区',
  '工作完成情况',
  '目标',
  '进展情况',
  '序号',
  '<b>',
  '</p>',
  '&nbsp;',
  'GDP',
  'PM2.5',
  'C919',
];

/** Each byte is a word, the last byte an escape: the two bytes behind it are any UTF-16 unit. */
export const textOf = (data: Uint8Array): string => {
  let text = '';
  for (let i = 0; i < data.length; i++) {
    const byte = data[i] as number;
    if (byte === 255 && i + 2 < data.length) {
      text += String.fromCharCode(((data[i + 1] as number) << 8) | (data[i + 2] as number));
      i += 2;
    } else text += words[byte % words.length];
  }
  return text;
};

/** The bytes that `textOf` makes a text of. */
export const bytesOf = (text: string): Uint8Array => {
  const bytes: number[] = [];
  const byLength = words.map((word, index) => ({ word, index })).sort((a, b) => b.word.length - a.word.length);
  for (let at = 0; at < text.length; ) {
    const known = byLength.find(({ word }) => text.startsWith(word, at));
    if (known) bytes.push(known.index);
    else bytes.push(255, text.charCodeAt(at) >> 8, text.charCodeAt(at) & 255);
    at += known?.word.length ?? 1;
  }
  return new Uint8Array(bytes);
};
