import { UsageError } from './usage.ts';

/** The format that was asked for by name or by the ending of `--out`. */
export const chooseFormat = <Format extends string>(
  { format, out }: { format?: string | undefined; out?: string | undefined },
  formats: readonly [Format, ...Format[]],
): Format => {
  const ending = out?.slice(out.lastIndexOf('.') + 1);
  const named = format ?? (formats.some((known) => known === ending) ? ending : formats[0]);
  const chosen = formats.find((known) => known === named);
  if (chosen === undefined) throw new UsageError(`--format ${named}：只有 ${formats.join('、')}`);
  if ((chosen === 'xlsx' || chosen === 'docx') && out === undefined) throw new UsageError(`--format ${chosen} 要用 --out 指定写到哪个文件`);
  return chosen;
};
