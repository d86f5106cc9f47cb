import { fold } from '../../model/text.ts';

/** What a column of a paper table holds. `paperLink` and the like are links of one kind, whatever their labels say. */
export type Role =
  | 'name'
  | 'title'
  | 'venue'
  | 'year'
  | 'institution'
  | 'firstInstitution'
  | 'author'
  | 'link'
  | 'paperLink'
  | 'codeLink'
  | 'slidesLink'
  | 'videoLink'
  | 'notes'
  | 'remark'
  | 'award'
  | 'track'
  | 'when'
  | 'deadline'
  | 'where'
  | 'ignored';

/** Names of columns, folded. Some say one of several things: the first that the table has not yet is meant. */
const ROLES: ReadonlyMap<string, readonly Role[]> = new Map(
  (
    [
      [['name'], 'name|short name|model|models|survey|method|system|approach|framework|algorithm|solution|project'],
      [
        ['name'],
        'acronym|abbreviation|abbr|nickname|work|scheme|technique|tool|product|代号|名称|方法|模型|系统|名前|이름',
      ],
      [
        ['title', 'name'],
        'title|reading|readings|title authors|title author|title and authors|paper title|paper name|article|publication title|title of paper|论文标题|标题|题目|タイトル|제목',
      ],
      [['title', 'paperLink'], 'paper|papers|论文|論文|논문'],
      [['name', 'paperLink'], 'paper short name'],
      [
        ['venue'],
        'conference|conf|venue|venues|journal|conf journal|conference journal|journal conference|container|series',
      ],
      [
        ['venue'],
        'pub|published in|published at|published|proceedings|where published|publisher|publication venue|venue year',
      ],
      [['venue'], 'conference year|venue and year|conf year|journal conf|会议|期刊|会议期刊|发表|会議|学会|학회'],
      [['venue', 'title', 'name'], 'publication|publications'],
      [['venue', 'name'], 'source'],
      [['year'], 'year|published date|publication date|publication year|pub date|年份|年|연도'],
      // Beside a year, a date is when the list's author read or presented it.
      [['year', 'ignored'], 'date|时间|日期'],
      [
        ['institution'],
        'institution|institutions|institute|institutes|affiliation|affiliations|organization|organizations',
      ],
      [
        ['institution'],
        'organisation|org|company|companies|university|lab|labs|school|inst|机构|单位|学校|所属|機関|기관',
      ],
      [
        ['firstInstitution'],
        'first institution|first institute|first affiliation|1st institution|1st affiliation|first inst',
      ],
      [
        ['firstInstitution'],
        'first author institution|first author affiliation|lead institution|main institution|第一单位',
      ],
      [['author'], 'author|authors|first author|作者|著者|저자'],
      [
        ['link'],
        'link|links|url|urls|demo|demos|resource|resources|material|materials|reference link|链接|リンク|링크',
      ],
      [['link'], 'weights|weight|checkpoint|checkpoints|model weights|huggingface|hugging face|hf'],
      [['link', 'remark'], 'other|others'],
      [['paperLink'], 'paper link|paper url|pdf|arxiv|doi|paper pdf|full text'],
      [
        ['codeLink'],
        'code|codes|github|repo|repository|source code|code link|implementation|official code|代码|コード|코드',
      ],
      [['slidesLink'], 'slides|slide|lecture slides|幻灯片|スライド'],
      [['videoLink'], 'video|videos|talk|recording|视频|動画'],
      [['notes'], 'note|notes|reading notes|personal notes|my notes|笔记'],
      [
        ['remark'],
        'remark|remarks|introduction|intro|comment|comments|summary|description|tldr|tl dr|key idea|idea|highlights|contribution',
      ],
      [
        ['remark'],
        'contributions|main idea|details|keywords|keyword|tags|tag|topic|topics|备注|简介|描述|備考|概要|비고',
      ],
      [['award'], 'award|awards'],
      [['track'], 'track'],
      [['when'], 'when|dates|conference date|conference dates'],
      [['deadline'], 'deadline|deadlines|submission deadline|abstract deadline|paper deadline|notification'],
      [['where'], 'where|location|place|city|country'],
      [['ignored'], 'no|id|index|idx|nr|number|序号|stars|star|citations|citation|cited by|rank|read|status|done|编号'],
    ] satisfies [Role[], string][]
  ).flatMap(([roles, names]) => names.split('|').map((name): [string, readonly Role[]] => [fold(name), roles])),
);

/**
 * The role of each column, by its header; null where the header says nothing that is known. A role is given once:
 * with both a "Conference" and a "Source" column, the source is the name of the work.
 */
export function rolesOf(headers: readonly string[]): (Role | null)[] {
  const choices = headers.map(choicesFor);
  const roles: (Role | null)[] = headers.map(() => null);
  const give = (choice: readonly Role[], column: number) => {
    roles[column] = choice.find((role) => REPEATED.has(role) || !roles.includes(role)) ?? null;
  };
  // Who presents a paper does so on the date beside it.
  if (headers.some((header) => PRESENTERS.has(fold(header))))
    headers.forEach((header, column) => {
      if (fold(header) === 'date' || fold(header) === 'when') choices[column] = ['ignored'];
    });
  choices.forEach((choice, column) => {
    if (choice.length === 1) give(choice, column);
  });
  choices.forEach((choice, column) => {
    if (choice.length > 1) give(choice, column);
  });
  return roles;
}

const PRESENTERS = new Set(
  'presenter|presenters|presented by|speaker|speakers|discussant|discussion lead|discussion leader|lead by|led by|担当|担当者|発表者|主讲人|报告人|분담|발표자'
    .split('|')
    .map(fold),
);

/** Roles that several columns of a table may have. */
const REPEATED: ReadonlySet<Role> = new Set([
  'institution',
  'link',
  'paperLink',
  'codeLink',
  'slidesLink',
  'videoLink',
  'notes',
  'remark',
  'deadline',
  'ignored',
]);

/** "Affiliation (first)" names some only; what else a bracket says explains the word before it. */
function choicesFor(header: string): readonly Role[] {
  const folded = fold(header);
  const outside = fold(header.replace(/[(（][^()（）]*[)）]/gu, ' '));
  const choices =
    ROLES.get(folded) ??
    ROLES.get(folded.replace(/^(?:the|paper|first) | (?:name|info|s)$/gu, '')) ??
    ROLES.get(outside);
  const isFirst = choices?.[0] === 'institution' && /[(（](?:first|1st|lead)\b/iu.test(header);
  return isFirst ? ['firstInstitution'] : (choices ?? []);
}
