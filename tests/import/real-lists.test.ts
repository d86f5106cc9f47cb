import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { importSource } from '../../src/import/import-source.ts';
import { removeSource } from '../../src/import/remove-source.ts';
import type { GraphStore } from '../../src/store/graph-store.ts';
import { ask } from '../support/ask.ts';
import { emptyStore, engineNames } from '../support/engines.ts';
import { graphDump } from '../support/graph-dump.ts';
import { sharedPath } from '../support/shared.ts';

/** Two revisions of one real list, read where they lie: tables first, bullets later. */
const older = sharedPath('data', 'reading-list', 'rev-1b3bb2b7');
const newer = sharedPath('data', 'reading-list', 'rev-79bee4a8');

const figures = `{
  stats { paperCount institutionCount conferenceCount listingCount }
  collaborations(first: 5) { nodes { sharedPaperCount institutions { key } } }
}`;

/**
 * Papers and the pairs of institutions that share most, as another program counted them from what `papergraph records`
 * prints (which takes the one link that is copied from another row at its word); institutions and conferences are those of the records and what they are units or workshops of.
 */
const stanfordAndBerkeley = pair('stanford-university', 'university-of-california-berkeley');
const nanyangAndSenseTime = pair('nanyang-technological-university', 'sensetime');
const cmuAndEth = pair('carnegie-mellon-university', 'eth-zurich');
const ethAndGoogle = pair('eth-zurich', 'google');
const alibabaAndHkust = pair('alibaba', 'hong-kong-university-of-science-and-technology');
const ofOlder = {
  stats: { paperCount: 151, institutionCount: 113, conferenceCount: 44, listingCount: 254 },
  largest: [nanyangAndSenseTime(4), alibabaAndHkust(3)],
};
const largestOfNewer = [
  stanfordAndBerkeley(5),
  cmuAndEth(4),
  ethAndGoogle(4),
  nanyangAndSenseTime(4),
  alibabaAndHkust(3),
];
const ofNewer = {
  stats: { paperCount: 229, institutionCount: 149, conferenceCount: 49, listingCount: 372 },
  largest: largestOfNewer,
};
const ofBoth = {
  stats: { paperCount: 230, institutionCount: 149, conferenceCount: 49, listingCount: 626 },
  largest: largestOfNewer,
};

function pair(...keys: readonly string[]) {
  return (sharedPaperCount: number) => ({ sharedPaperCount, institutions: keys.map((key) => ({ key })) });
}

async function figuresOf(store: GraphStore, pairCount: number) {
  const { data } = await ask(store, figures);
  const { stats, collaborations } = data as { stats: object; collaborations: { nodes: readonly object[] } };
  return { stats, largest: collaborations.nodes.slice(0, pairCount) };
}

describe.skipIf(older === null || newer === null).each(engineNames)(
  'the two revisions of a real list on %s',
  (engine) => {
    let store: GraphStore;
    beforeEach(async () => {
      store = await emptyStore(engine);
    });
    afterEach(() => store.close());

    test('from one to the other and back gives the graph of either alone, node for node', async () => {
      await importSource(store, older ?? '', { sourceKey: 'list' });
      const olderAlone = await graphDump(store);
      await importSource(store, newer ?? '', { sourceKey: 'list' });
      const afterwards = await graphDump(store);
      await importSource(store, older ?? '', { sourceKey: 'list' });
      expect(await graphDump(store)).toEqual(olderAlone);
      await store.close();
      store = await emptyStore(engine);
      await importSource(store, newer ?? '', { sourceKey: 'list' });
      expect(await graphDump(store)).toEqual(afterwards);
    }, 120_000);

    test('as two sources they are one graph, and each removed leaves the other; the figures are those of both engines', async () => {
      await importSource(store, older ?? '', { sourceKey: 'older' });
      const olderAlone = await graphDump(store);
      expect(await figuresOf(store, 2)).toEqual(ofOlder);
      await importSource(store, newer ?? '', { sourceKey: 'newer' });
      expect(await figuresOf(store, 5)).toEqual(ofBoth);
      await removeSource(store, 'newer');
      expect(await graphDump(store)).toEqual(olderAlone);
      await importSource(store, newer ?? '', { sourceKey: 'newer' });
      await removeSource(store, 'older');
      expect(await figuresOf(store, 5)).toEqual(ofNewer);
    }, 120_000);
  },
);
