// The papers behind a link.
//
// from: papers
// to: paper
// order: paper.yearDescending ASC
UNWIND papers AS paper
WITH paper
