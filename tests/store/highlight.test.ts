import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { highlight } from '../../src/store/highlight.ts';

/** A text with its matches in brackets. */
function shown(text: string, query: string): string {
  return highlight(text, query)
    .map((part) => (part.isMatch ? `[${part.text}]` : part.text))
    .join('');
}

describe('highlights', () => {
  test.each([
    ['Learning to learn graphs', 'learned', '[Learning] to [learn] graphs'],
    ['Graph Neural Networks, and neural graphs', '"graph neural" x', '[Graph Neural] Networks, and neural graphs'],
    ['Recommendation at scale', 'recommendati', '[Recommendation] at scale'],
    ['Recommendation at scale', '"recommendati"', ''],
    ['Recommendation at scale', 'recommendati scale', 'Recommendation at [scale]'],
    ['Rösti für alle', 'rosti', '[Rösti] für alle'],
    ['图神经网络', '"神经"', '图[神经]网络'],
    ['on of in', 'o', ''],
    ['Nothing of it', 'graph', ''],
  ])('in "%s", %s is %s', (text, query, expected) => {
    expect(shown(text, query)).toBe(expected);
  });

  test('a long text is cut to a window between words around the first match', () => {
    const filler = Array.from({ length: 60 }, (_, index) => `word${index}`).join(' ');
    const text = `${filler} embedding ${filler}`;
    const found = shown(text, 'embeddings');
    expect(found).toMatch(/^…word\d+ .*\[embedding\] .*word\d+…$/);
    expect(found.length).toBeLessThan(260);
    expect(text).toContain(found.replace(/[[\]…]/g, ''));
  });

  test('the pieces of a text make it up, and the matches are parts that follow each other', () => {
    const text = fc.array(fc.constantFrom('graph', 'graphs', 'Neural', 'ﬁne', '½', '图', '-', ',', 'é'), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(text, fc.constantFrom('graph', 'fine gra', '"graph neural"', '图', 'e', 'neura'), (words, query) => {
        const whole = words.join(' ');
        const parts = highlight(whole, query);
        if (parts.length > 0) expect(parts.map((part) => part.text).join('')).toBe(whole);
        for (const part of parts) expect(part.text).not.toBe('');
        expect(parts.length === 0 || parts.some(({ isMatch }) => isMatch)).toBe(true);
      }),
    );
  });
});
