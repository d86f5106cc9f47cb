import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DescribedInstitution } from '../../src/model/described.ts';
import { DescriptionsSoFar, mergedDescriptions } from '../../src/reconcile/settle-described.ts';

const described: fc.Arbitrary<DescribedInstitution> = fc.record({
  about: fc.constant('INSTITUTION' as const),
  id: fc.constantFrom('https://openalex.org/I1', 'https://openalex.org/I2'),
  name: fc.constantFrom('One', 'The other'),
  isOwnRecord: fc.boolean(),
  position: fc.record({ path: fc.constant('works.jsonl'), line: fc.integer({ min: 1, max: 9 }) }),
  aliases: fc.array(fc.constantFrom('First', 'Second'), { maxLength: 1 }),
  kind: fc.constant(null),
  countryCode: fc.option(fc.constantFrom('US', 'FR')),
  ror: fc.option(fc.constantFrom('https://ror.org/1', 'https://ror.org/2')),
  homepage: fc.option(fc.constantFrom('https://one.example', 'https://other.example')),
});

test('what files describe is merged alike at once and file by file', () => {
  fc.assert(
    fc.property(fc.array(fc.array(described, { maxLength: 4 }), { maxLength: 5 }), (files) => {
      const ofFiles = files.flatMap((here, place) =>
        mergedDescriptions(here.map((each) => ({ pageKey: '', described: each }))).map((each) => ({
          pageKey: `data//${place}`,
          described: each,
        })),
      );
      const soFar = new DescriptionsSoFar();
      for (const each of ofFiles) soFar.add(each);
      expect(mergedDescriptions(soFar.all())).toEqual(mergedDescriptions(ofFiles));
    }),
    { numRuns: 500 },
  );
});
