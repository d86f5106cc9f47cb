import { factsOf, isPeople, takeFacts } from './facts.ts';
import { labelledParts, takeLabelled } from './labelled-lines.ts';
import { cutAt, type MarkedText, plain, sliceText } from './marked-text.ts';
import { pieceKind, takePiece } from './pieces.ts';
import type { RecordBuilder } from './record-builder.ts';

/** A passage behind the title: facts where it states them, a remark where it does not. */
export function takeRest(passage: MarkedText, builder: RecordBuilder): void {
  const italics = passage.marks.find(
    ({ kind, start, end }) => kind === 'em' && start === 0 && end < passage.text.length,
  );
  const people = italics ? sliceText(passage, 0, italics.end) : null;
  if (italics && people && isPeople(people) && pieceKind(passage) !== 'venue') {
    takePiece(builder, 'authors', people);
    takeRest(withoutSigns(sliceText(passage, italics.end)), builder);
    return;
  }
  const labelled = labelledParts(passage);
  if (labelled) {
    for (const part of labelled) takeLabelled(part, builder);
    return;
  }
  const kind = pieceKind(passage);
  if (kind) {
    takePiece(builder, kind, passage);
    return;
  }
  const parts = cutAt(
    passage,
    /\s*[;|｜·]\s+|\s*[|｜]\s*|(?<!\b\p{L}|\bet al|\bpp|\b[Vv]ol|\b[Nn]o)\.\s+(?=\S)(?!(?:19|20)\d{2};)|\s(?:[–—]|-{1,2})\s|\n|\s+(?=\p{Extended_Pictographic}\ufe0f?\s)/gu,
  );
  const found = parts.map(factsOf);
  if (parts.length > 1 && found.some((part) => part !== null)) {
    parts.forEach((part, at) => {
      const stated = found[at];
      if (stated) takeFacts(stated, builder);
      else if (isPeople(part)) takePiece(builder, 'authors', part);
      else takeText(part, builder);
    });
    return;
  }
  const facts = factsOf(passage);
  if (facts) takeFacts(facts, builder);
  else if (isPeople(passage)) takePiece(builder, 'authors', passage);
  else takeText(passage, builder);
}

/** Words that join facts, and the publishers that citations end with. */
const SAYS_NOTHING = /^(?:in|by|at|and|from|see|the|doi|acm|ieee|springer|elsevier|usenix|(?:acm|ieee|mit) press)$/iu;

/** "118(15), e2016239118": where in a volume. */
const LOCATOR = /^(?:(?:vol|no|pp?|pages?|art(?:icle)?)\b\.?|e?\d+|[\s()[\].,:;–—-])+$/iu;

/** Whether a text only joins facts: "In" before the name of a venue. */
export function saysNothing(text: string): boolean {
  return SAYS_NOTHING.test(text.replace(/[\s,.;:]+$/u, ''));
}

function takeText(passage: MarkedText, builder: RecordBuilder): void {
  const text = plain(passage).replace(/^[\s,.;:|–—-]+|[\s,;:|–—-]+$/gu, '');
  if (text.length > 1 && /\p{L}/u.test(text) && !SAYS_NOTHING.test(text) && !LOCATOR.test(text)) builder.remark(text);
}

/** Without the punctuation that a bracket before it left at its start. */
export function withoutSigns(passage: MarkedText): MarkedText {
  return sliceText(passage, /^[\s,.;:|，。、；：｜」』》»–—-]*/u.exec(passage.text)?.[0].length ?? 0);
}
