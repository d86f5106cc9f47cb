// Listings that are new, each on its page and of its paper.
//
// $rows    pageKey, paperKey, and the listing's key, sourceKey, line, record, institutions, hash, revision, links; rows whose
//          nodes are not there write nothing
UNWIND $rows AS row
MATCH (page:Page {key: row.pageKey})
MATCH (paper:Paper {key: row.paperKey})
CREATE (page)<-[:ON]-(:Listing {
  key: row.key, sourceKey: row.sourceKey, line: row.line, record: row.record, institutions: row.institutions,
  hash: row.hash, revision: row.revision, links: row.links
})-[:OF]->(paper)
