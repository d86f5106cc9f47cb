const MONTHS =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';

const DATE = new RegExp(
  `^(?:(?:mon|tue|wed|thu|fri|sat|sun)\\w*,? )?(?:(?:19|20)\\d{2}[-/.年]\\d{1,2}(?:[-/.月]\\d{1,2})?[月日]?|\\d{1,2}[-/.]\\d{1,2}[-/.](?:19|20)?\\d{2}|(?:${MONTHS})[.,]{0,2} (?:\\d{1,2}(?:st|nd|rd|th)?,? )?(?:19|20)\\d{2}|\\d{1,2} (?:${MONTHS})\\.? (?:19|20)\\d{2}|(?:${MONTHS})|\\d{1,2}[-/.]\\d{1,2})$`,
  'iu',
);

/** The year that a text states, 1900 to 2099, or null: "2023", "2023-05", "May 2023". */
export function readYear(text: string): number | null {
  const year = /(?<![\d.])(?:19|20)\d{2}(?!\d)/u.exec(text);
  return year ? Number(year[0]) : null;
}

/** The year where a text says that and nothing else: "2023", "(2023)", "2023年", "Year 2023", "2023 papers". */
export function onlyYear(text: string): number | null {
  return /^[^\p{L}\p{N}]*(?:year |papers (?:in|of|from) |pre-?print,? )?(?:19|20)\d{2}年?(?: papers?)?[^\p{L}\p{N}]*$/iu.test(
    text,
  )
    ? readYear(text)
    : null;
}

/** The year where a text says that behind a volume and pages: "13(8):1162-1175, 2020", "pp. 31–35, 2016". */
export function citedYear(text: string): number | null {
  const year =
    /^(?:(?:vol|no|pp?|pages)\b|\d)[\s\d()[\]:;,.–—-]*(?:(?:no|pp?|pages)\b[\s\d()[\]:;,.–—-]*)*[\s,(]((?:19|20)\d{2})\)?\.?$/iu.exec(
      text,
    )?.[1];
  return year === undefined ? null : Number(year);
}

/** Whether a text is a day or a month, as above the entries of a diary. */
export function isDate(text: string): boolean {
  return DATE.test(text.trim());
}
