/** A name that several institutions go by. */
export interface AmbiguousName {
  readonly name: string;
  /** Keys of the institutions it can mean, the likeliest first. */
  readonly candidateKeys: readonly string[];
  /** What a list of systems papers means by it where nothing else decides; null where that would be a guess. */
  readonly usualKey: string | null;
}

/**
 * Names that stand for several institutions, in the order of names. Each is settled by the countries of the
 * institutions named beside it, then by usage.
 */
// biome-ignore format: one line a name
export const ambiguousNames: readonly AmbiguousName[] = [
  { name: 'HUST', candidateKeys: ['huazhong-university-of-science-and-technology', 'hanoi-university-of-science-and-technology'], usualKey: 'huazhong-university-of-science-and-technology' },
  { name: 'NEU', candidateKeys: ['northeastern-university', 'northeastern-university-china'], usualKey: 'northeastern-university' },
  { name: 'NTU', candidateKeys: ['nanyang-technological-university', 'national-taiwan-university'], usualKey: 'nanyang-technological-university' },
  { name: 'OSU', candidateKeys: ['ohio-state-university', 'oregon-state-university'], usualKey: 'ohio-state-university' },
  { name: 'SCU', candidateKeys: ['sichuan-university', 'santa-clara-university'], usualKey: null },
  { name: 'SMU', candidateKeys: ['singapore-management-university', 'southern-methodist-university'], usualKey: null },
  { name: 'TJU', candidateKeys: ['tianjin-university', 'tongji-university'], usualKey: 'tianjin-university' },
  { name: 'UC', candidateKeys: ['university-of-california-system', 'university-of-chicago'], usualKey: null },
  { name: 'UCD', candidateKeys: ['university-of-california-davis', 'university-college-dublin'], usualKey: null },
  { name: 'UM', candidateKeys: ['university-of-michigan', 'university-of-macau'], usualKey: null },
  { name: 'USC', candidateKeys: ['university-of-southern-california', 'university-of-south-carolina'], usualKey: 'university-of-southern-california' },
  { name: 'UT', candidateKeys: ['university-of-texas-at-austin', 'university-of-toronto', 'university-of-tokyo'], usualKey: null },
  { name: 'UVA', candidateKeys: ['university-of-virginia', 'university-of-amsterdam'], usualKey: 'university-of-virginia' },
  { name: 'UW', candidateKeys: ['university-of-washington', 'university-of-wisconsin-madison', 'university-of-waterloo'], usualKey: 'university-of-washington' },
  { name: 'UWash', candidateKeys: ['university-of-washington', 'washington-university-in-st-louis'], usualKey: null },
];
