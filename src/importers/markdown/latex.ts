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

function readOut(formula: string): string {
  return formula
    .replace(/\\(?:text|mathrm|mathbf|mathit|mathcal|textbf|textit|textsc|operatorname|emph)\s*\{([^{}]*)\}/gu, '$1')
    .replace(/\\([A-Za-z]+)\s?/gu, (_, name: string) => SYMBOLS[name] ?? '')
    .replace(/[\\{}_]/gu, '')
    .trim();
}
