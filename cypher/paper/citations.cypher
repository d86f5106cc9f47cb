// Papers that cite a paper.
//
// from: paper
// to: citing
// order: citing.yearDescending ASC
MATCH (paper)<-[:CITES]-(citing:Paper)
WITH DISTINCT citing
