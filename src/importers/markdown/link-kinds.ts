import type { LinkKind } from '../../model/source-record.ts';
import { fold } from '../../model/text.ts';

/** Labels as people write them. A label of several words is also told by its last word ("MNN Homepage"). */
// biome-ignore format: one kind a line
const LABELS: readonly (readonly [kind: LinkKind, labels: string])[] = [
  ['NOTES', 'notes|note|personal notes|personal note|reading notes|reading note|my notes|笔记'],
  ['PAPER', 'paper|papers|full paper|article|book|arxiv|preprint|doi|acm|ieee|usenix|openreview|acl anthology|paper link|publication|abstract|abs|springer|proceedings|biorxiv|论文|論文|논문'],
  ['PDF', 'pdf|paper pdf|full text'],
  ['CODE', 'code|codes|github|git|repo|repository|source|gitlab|implementation|代码|コード'],
  ['ARTIFACT', 'artifact|artifacts|artefact|ae'],
  ['DATASET', 'dataset|datasets|data|trace|traces|数据集|データセット'],
  ['BENCHMARK', 'benchmark|benchmarks|benchmark suite'],
  ['SLIDES', 'slides|slide|ppt|slide deck|幻灯片|スライド'],
  ['VIDEO', 'video|videos|talk|youtube|recording|presentation|视频|動画'],
  ['POSTER', 'poster'],
  ['HOMEPAGE', 'homepage|home page|home|website|site|web|webpage|web page|page|project|project page|官网|主页|中文官网|中文主页|项目主页|项目|プロジェクト|プロジェクトページ|프로젝트|ホームページ'],
  ['BLOG', 'blog|blog post|post|medium|博客|ブログ'],
  ['OTHER', 'paper list|docs|doc|documentation|model|models|weights|checkpoints|api|demo|supplementary|supplement|appendix|bibtex|bib|wiki|tutorial|course|文档'],
];

const KINDS_BY_LABEL: ReadonlyMap<string, LinkKind> = new Map(
  LABELS.flatMap(([kind, labels]) => labels.split('|').map((label) => [fold(label), kind] as const)),
);

/** Words that say what a link leads to behind others too, and are no end of a title. */
const LAST_WORDS = new Set(
  'code codes github repo repository homepage website slides video artifact dataset datasets benchmark notes note blog trace traces poster pdf'.split(
    ' ',
  ),
);

/** Whether a text is a link's usual label: "Paper", "Code (archived)", "Personal Notes", "MNN Homepage". */
export function isLinkLabel(label: string): boolean {
  if (/^(?:doi:\s*)?10\.\d{4,}\/\S+$|^arxiv:\s*\d{4}\.\d{4,5}(?:v\d+)?$/iu.test(label)) return true;
  const words = fold(label.replace(/\([^()]*\)/gu, ' ')).split(' ');
  return KINDS_BY_LABEL.has(words.join(' ')) || (words.length <= 3 && LAST_WORDS.has(words.at(-1) ?? ''));
}

/** The kind of a link: what its label says; where the label says nothing, what its address is known for. */
export function linkKind(label: string | null, url: string): LinkKind {
  const words = fold((label ?? '').replace(/\([^()]*\)/gu, ' '));
  const lastWord = words.slice(words.lastIndexOf(' ') + 1);
  return (
    KINDS_BY_LABEL.get(words) ??
    (LAST_WORDS.has(lastWord) ? KINDS_BY_LABEL.get(lastWord) : undefined) ??
    kindOfAddress(url)
  );
}

const KIND_OF_HOST: ReadonlyMap<string, LinkKind> = new Map<string, LinkKind>([
  ['arxiv.org', 'PAPER'],
  ['doi.org', 'PAPER'],
  ['dl.acm.org', 'PAPER'],
  ['ieeexplore.ieee.org', 'PAPER'],
  ['openreview.net', 'PAPER'],
  ['proceedings.mlsys.org', 'PAPER'],
  ['proceedings.mlr.press', 'PAPER'],
  ['proceedings.neurips.cc', 'PAPER'],
  ['papers.nips.cc', 'PAPER'],
  ['openaccess.thecvf.com', 'PAPER'],
  ['aclanthology.org', 'PAPER'],
  ['aclweb.org', 'PAPER'],
  ['link.springer.com', 'PAPER'],
  ['sciencedirect.com', 'PAPER'],
  ['biorxiv.org', 'PAPER'],
  ['vldb.org', 'PAPER'],
  ['semanticscholar.org', 'PAPER'],
  ['nature.com', 'PAPER'],
  ['science.org', 'PAPER'],
  ['cell.com', 'PAPER'],
  ['pnas.org', 'PAPER'],
  ['journals.aps.org', 'PAPER'],
  ['iopscience.iop.org', 'PAPER'],
  ['onlinelibrary.wiley.com', 'PAPER'],
  ['tandfonline.com', 'PAPER'],
  ['academic.oup.com', 'PAPER'],
  ['journals.plos.org', 'PAPER'],
  ['frontiersin.org', 'PAPER'],
  ['mdpi.com', 'PAPER'],
  ['jmlr.org', 'PAPER'],
  ['epubs.siam.org', 'PAPER'],
  ['jstor.org', 'PAPER'],
  ['medrxiv.org', 'PAPER'],
  ['eprint.iacr.org', 'PAPER'],
  ['eccc.weizmann.ac.il', 'PAPER'],
  ['hal.science', 'PAPER'],
  ['hal.inria.fr', 'PAPER'],
  ['hal.archives-ouvertes.fr', 'PAPER'],
  ['drops.dagstuhl.de', 'PAPER'],
  ['ndss-symposium.org', 'PAPER'],
  ['isca-archive.org', 'PAPER'],
  ['isca-speech.org', 'PAPER'],
  ['ojs.aaai.org', 'PAPER'],
  ['ssrn.com', 'PAPER'],
  ['psyarxiv.com', 'PAPER'],
  ['chemrxiv.org', 'PAPER'],
  ['techrxiv.org', 'PAPER'],
  ['pubmed.ncbi.nlm.nih.gov', 'PAPER'],
  ['royalsocietypublishing.org', 'PAPER'],
  ['annualreviews.org', 'PAPER'],
  ['journals.sagepub.com', 'PAPER'],
  ['direct.mit.edu', 'PAPER'],
  ['aeaweb.org', 'PAPER'],
  ['jos.org.cn', 'PAPER'],
  ['kns.cnki.net', 'PAPER'],
  ['jstage.jst.go.jp', 'PAPER'],
  ['github.com', 'CODE'],
  ['gitlab.com', 'CODE'],
  ['bitbucket.org', 'CODE'],
  ['youtube.com', 'VIDEO'],
  ['youtu.be', 'VIDEO'],
  ['vimeo.com', 'VIDEO'],
  ['bilibili.com', 'VIDEO'],
  ['slideshare.net', 'SLIDES'],
  ['medium.com', 'BLOG'],
  ['zhihu.com', 'BLOG'],
]);

/** The kind of a host or of the nearest domain above it that is known. */
function kindOfHost(hostname: string): LinkKind {
  for (let host = hostname; host !== ''; host = host.slice(host.indexOf('.') + 1 || host.length)) {
    const kind = KIND_OF_HOST.get(host);
    if (kind) return kind;
  }
  return 'OTHER';
}

/** The kind of a link by its address alone; `OTHER` where nothing is known of it. */
export function kindOfAddress(url: string): LinkKind {
  if (!URL.canParse(url)) return url.endsWith('.md') ? 'NOTES' : 'OTHER';
  const { hostname, pathname } = new URL(url);
  const path = pathname.toLowerCase();
  if (path.endsWith('.pdf') || path.startsWith('/pdf/') || (hostname === 'openreview.net' && path === '/pdf'))
    return 'PDF';
  if (/\.pptx?$/u.test(path)) return 'SLIDES';
  if (hostname.endsWith('usenix.org') && /\/presentation\/|\/conference\/[^/]+\/[\w-]{25,}$/u.test(path))
    return 'PAPER';
  if (hostname === 'huggingface.co' && path.startsWith('/datasets/')) return 'DATASET';
  if (hostname.startsWith('blog.') || /\/blogs?\/|\/(?:19|20)\d\d\/\d\d\/\d\d\//u.test(path)) return 'BLOG';
  return kindOfHost(hostname);
}
