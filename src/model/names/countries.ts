import { fold } from '../text.ts';

/**
 * The code of the country that a text names, as an affiliation ends in one ("Indonesia", "UK", "P.R. China").
 *
 * @returns ISO 3166-1 alpha-2, or undefined where the text is no country's name; Hong Kong, Macau and Taiwan have their own
 */
export function countryCodeOf(text: string): string | undefined {
  return codes.get(fold(text));
}

// biome-ignore format: several countries a line
const countryNames: Readonly<Record<string, readonly string[]>> = {
  AE: ['United Arab Emirates', 'UAE'], AR: ['Argentina'], AT: ['Austria'], AU: ['Australia'],
  BD: ['Bangladesh'], BE: ['Belgium'], BG: ['Bulgaria'], BR: ['Brazil'],
  CA: ['Canada'], CH: ['Switzerland'], CL: ['Chile'], CN: ['China', 'PR China', 'P.R. China', "People's Republic of China", 'PRC', '中国'], CO: ['Colombia'], CY: ['Cyprus'], CZ: ['Czech Republic', 'Czechia'],
  DE: ['Germany'], DK: ['Denmark'],
  EE: ['Estonia'], EG: ['Egypt'], ES: ['Spain'],
  FI: ['Finland'], FR: ['France'],
  GB: ['United Kingdom', 'UK', 'Great Britain', 'England', 'Scotland', 'Wales', 'Northern Ireland'], GR: ['Greece'],
  HK: ['Hong Kong', 'HK', 'Hong Kong SAR'], HR: ['Croatia'], HU: ['Hungary'],
  ID: ['Indonesia'], IE: ['Ireland'], IL: ['Israel'], IN: ['India'], IR: ['Iran'], IS: ['Iceland'], IT: ['Italy'],
  JP: ['Japan'], KR: ['South Korea', 'Korea', 'Republic of Korea'], KZ: ['Kazakhstan'],
  LB: ['Lebanon'], LK: ['Sri Lanka'], LT: ['Lithuania'], LU: ['Luxembourg'], LV: ['Latvia'],
  MA: ['Morocco'], MO: ['Macau', 'Macao'], MX: ['Mexico'], MY: ['Malaysia'],
  NG: ['Nigeria'], NL: ['Netherlands', 'The Netherlands'], NO: ['Norway'], NZ: ['New Zealand'],
  PE: ['Peru'], PH: ['Philippines'], PK: ['Pakistan'], PL: ['Poland'], PT: ['Portugal'],
  QA: ['Qatar'], RO: ['Romania'], RS: ['Serbia'], RU: ['Russia', 'Russian Federation'],
  SA: ['Saudi Arabia'], SE: ['Sweden'], SG: ['Singapore'], SI: ['Slovenia'], SK: ['Slovakia'],
  TH: ['Thailand'], TN: ['Tunisia'], TR: ['Turkey', 'Türkiye'], TW: ['Taiwan'],
  UA: ['Ukraine'], US: ['United States', 'United States of America', 'USA', 'US', 'U.S.', 'U.S.A.'], UY: ['Uruguay'],
  VN: ['Vietnam', 'Viet Nam'], ZA: ['South Africa'],
};

const codes = new Map(
  Object.entries(countryNames).flatMap(([code, names]) => names.map((name): [string, string] => [fold(name), code])),
);
