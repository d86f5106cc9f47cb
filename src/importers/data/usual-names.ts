import { type FieldMap, fieldsFrom } from './field-map.ts';

const USUAL_KEYS: FieldMap['fields'] = {
  title: ['title', 'paper_title', 'paper_name', 'full_title', '标题', '题目'],
  shortName: ['short_name', 'short', 'acronym', 'abbreviation', 'name', 'method', 'system', 'model', '名称'],
  venue: [
    'venue',
    'conference',
    'conf',
    'journal',
    'booktitle',
    'publication',
    'published_in',
    'publisher',
    '会议',
    '期刊',
  ],
  year: ['year', 'date', 'published', 'publication_date', 'publication_year', '年份', '日期'],
  authors: ['authors', 'author', '作者'],
  institutions: ['institutions', 'institution', 'affiliations', 'affiliation', 'institute', 'organizations'].concat([
    'organization',
    'orgs',
    'org',
    '机构',
    '单位',
  ]),
  section: ['section', 'area', 'category', 'categories', 'topic', 'subtopic', 'topics'],
  keywords: ['keywords', 'keyword', 'tags', 'tag', '关键词'],
  remarks: ['tldr', 'summary', 'abstract', 'description', 'remarks', 'remark', 'notes', 'note', 'comments', 'comment'],
  awards: ['awards', 'award'],
  track: ['track'],
};

/** The map without a mapping file: the names that such lists usually give their keys, in any case and with any sign between words. */
export const defaultFieldMap: FieldMap = {
  isGiven: false,
  records: null,
  fields: fieldsFrom((name) => USUAL_KEYS[name]),
  links: [
    {
      kind: 'PAPER',
      keys: ['paper', 'paper_url', 'paper_link', 'url', 'link', 'href', 'doi', 'arxiv', 'arxiv_id', 'eprint'],
    },
    { kind: 'PDF', keys: ['pdf', 'pdf_url', 'pdf_link'] },
    { kind: 'CODE', keys: ['code', 'code_url', 'code_link', 'github', 'repo', 'repository', 'repo_url'] },
    { kind: 'ARTIFACT', keys: ['artifact', 'artifacts', 'artifact_url'] },
    { kind: 'DATASET', keys: ['dataset', 'dataset_url', 'data'] },
    { kind: 'BENCHMARK', keys: ['benchmark', 'benchmark_url'] },
    { kind: 'SLIDES', keys: ['slides', 'slides_url'] },
    { kind: 'VIDEO', keys: ['video', 'video_url', 'talk', 'youtube'] },
    { kind: 'POSTER', keys: ['poster', 'poster_url'] },
    { kind: 'HOMEPAGE', keys: ['project', 'project_page', 'project_url', 'website', 'site', 'homepage', 'page'] },
    { kind: 'BLOG', keys: ['blog', 'blog_url', 'blog_post'] },
    { kind: null, keys: ['links', 'urls', 'resources'] },
  ],
};
