/** A formula as a person would read it out: "$$\text{Gandiva}_\text{Fair}$$" is GandivaFair. Text without formulas stays. */
export function withoutLatex(text: string): string {
  if (!text.includes('$')) return text;
  return text.replace(/\$\$?([^$\n]{1,200})\$\$?/gu, (whole, formula: string) =>
    isFormula(formula) ? readOut(formula) : whole,
  );
}

/** An amount of money has none of the signs of a formula. */
function isFormula(text: string): boolean {
  return /[\\^_{}=]|^\p{L}(?:\([^()]*\))?$/u.test(text.trim());
}

const SYMBOLS: Readonly<Record<string, string>> = {
  alpha: 'α',
  beta: 'β',
  gamma: 'γ',
  delta: 'δ',
  epsilon: 'ε',
  lambda: 'λ',
  mu: 'μ',
  pi: 'π',
  sigma: 'σ',
  tau: 'τ',
  phi: 'φ',
  omega: 'ω',
  Delta: 'Δ',
  Sigma: 'Σ',
  Omega: 'Ω',
  times: '×',
  infty: '∞',
  rightarrow: '→',
  to: '→',
  leq: '≤',
  geq: '≥',
};

/** Functions that keep their name: "O(n \\log n)". */
const FUNCTIONS = new Set(
  'log ln lg exp min max inf sup lim arg argmin argmax det dim ker gcd mod Pr sin cos tan poly polylog'.split(' '),
);

/** Signs above a letter, as combining characters. */
const ACCENTS: Readonly<Record<string, string>> = {
  tilde: '\u0303',
  widetilde: '\u0303',
  hat: '\u0302',
  widehat: '\u0302',
  bar: '\u0304',
  dot: '\u0307',
};

function readOut(formula: string): string {
  return formula
    .replace(/\\(tilde|widetilde|hat|widehat|bar|dot)\s*\{?(\p{L})\}?/gu, (_, accent: string, letter: string) =>
      `${letter}${ACCENTS[accent] ?? ''}`.normalize('NFC'),
    )
    .replace(/\\sqrt\s*\{([^{}]*)\}/gu, '√$1')
    .replace(/\\(?:text|mathrm|mathbf|mathit|mathcal|textbf|textit|textsc|operatorname|emph)\s*\{([^{}]*)\}/gu, '$1')
    .replace(/\\([A-Za-z]+)(\s?)/gu, (_, name: string, space: string) =>
      FUNCTIONS.has(name) ? `${name}${space}` : (SYMBOLS[name] ?? ''),
    )
    .replace(/[\\{}_]/gu, '')
    .trim();
}
