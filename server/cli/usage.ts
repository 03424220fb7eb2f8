/** Wrong usage or unreadable input: one line that says what to do; exit status 2. */
export class UsageError extends Error {}

/** What a command prints to, and where it works: injected so that tests need no process. */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
  /** Whether colours may be used. */
  colour: boolean;
  /** Columns of the terminal. */
  columns: number;
  cwd: string;
}

/** What each command takes and does, as `heshu help` and `heshu COMMAND --help` print it. */
const usages: Record<string, string> = {
  check: `  heshu check 文稿或文件夹… [选项]  核对文稿（docx、txt、html、pdf），列出问题；同一次大会的几份材料一并核对，
                                   文件夹里的 xlsx、csv 附表也与正文核对
      --baseline 文件夹             上年报告等基期材料（报告原文 docx、pdf、html、txt，或依据表 csv、xlsx）；
                                   不写则用 heshu.json 的，再用文稿旁边叫“基期”“上年”的文件夹
      --data 文件夹                 本年数据表（xlsx、csv）；不写则用 heshu.json 的，再用文稿旁边叫“数据表”“数据”的文件夹
      --region 地区  --year 年份    文稿没有写明时指定（年份指报告年份，回顾2024年的报告写2025）
      --format pretty|json|docx|html|sarif|github   输出格式，默认 pretty；docx 是带批注的 Word 文稿（原稿是 docx
                                   就在原稿上加批注），html 是可打印的核对报告
      --out 文件  --index          写到文件；批注稿末尾另附问题索引
      --fail-on error|warning|information|hint|never   到哪一级算不通过，默认 error
      --rule 规则=级别              改一条规则的级别，可重复；off 为不检查
      --all                        连同没有依据可比的数据、已搁置的问题一并列出`,
  diff: '  heshu diff 旧稿 新稿 [--format table|md|json]   两稿之间改了哪些数，哪里还是原数，问题的增减',
  figures: '  heshu figures 文稿 [--format table|jsonl] [--region 地区] [--year 年份]   列出每个数据的指标、时期、性质',
  commitments: '  heshu commitments 文稿 [--format table|md|csv|json|xlsx] [--out 文件]   上年目标逐条对照：本稿怎么说、完成没有',
  worksheet: `  heshu worksheet 文稿 --out 核数单.xlsx [--by department]   核数单：逐个数据列出依据，供部门填核定数、意见、签名
  heshu worksheet read 退回的核数单… --draft 文稿 [--confirm]   核定数与本稿逐行对照；--confirm 把相同的记为已核定`,
  review: `  heshu review list 文稿           待定、已搁置的问题和编号，已核定的数据
  heshu review set-aside 文稿 编号 --reason 理由 --by 谁   搁置一个问题；restore 文稿 编号 恢复
  heshu review confirm 文稿 数据 --paper 文件 --by 谁      据文件核定一个数（写法如稿中，重复的用 --line 行）
  heshu review withdraw 文稿 数据  撤销核定
  heshu review prune 文稿 [--remove]   列出（清理）在这份稿里已没有对应的记录`,
  data: '  heshu data diff 旧数据表 新数据表 文稿 [--format table|md|csv|json]   新表改了哪些数，稿中在哪几处，牵动哪些数',
  import:
    '  heshu import 材料… --out 依据表.csv [--region 地区] [--title 题名] [--year 年份]   把报告读成依据表，可用表格软件改；再次导入会重写（有核定过的行要加 --force）',
  baseline: `  heshu baseline [--format table|md|csv|json]   基期材料里有什么：来源、地区、年份、性质、条数
  heshu baseline show 指标         一个指标的历年数和出处，连同已被替代的
  heshu baseline conflicts         来源之间对不上的数，两处出处和算式`,
  explain: '  heshu explain 规则               说明一条规则',
  rules: '  heshu rules                      列出全部规则',
  lsp: '  heshu lsp --stdio                启动语言服务器，供其他编辑器使用',
};

/** Of commands that take a draft or look into a baseline. */
const shared = '--baseline、--data、--region、--year 凡要文稿或基期材料的命令都可用，含义同 check。';
const output = '--out 按文件名后缀定格式；已有的文件不覆盖，除非加 --force。';

export const help = `heshu 核数：核对政策文稿中的数据

用法
${Object.values(usages).join('\n')}

${shared}
${output}
heshu 命令 --help 只列那一条命令的用法。

退出码：0 没有达到 --fail-on 的问题；1 有；2 用法有误或文件读不了。`;

export const noCommand = (command: string): UsageError => new UsageError(`没有命令 ${command}（heshu help 列出全部）`);

/** The usage of one command; throws where there is none of that name. */
export const helpOf = (command: string): string => {
  const usage = Object.hasOwn(usages, command) ? usages[command] : undefined;
  if (usage === undefined) throw noCommand(command);
  const notes = [
    ...(/^(?:diff|commitments|worksheet|review|data|baseline)$/.test(command) ? [shared] : []),
    ...(/^(?:check|diff|commitments|worksheet)$/.test(command) ? [output] : []),
  ];
  return ['用法', usage, ...(notes.length > 0 ? ['', ...notes] : [])].join('\n');
};
