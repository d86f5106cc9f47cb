// Each order of papers is one stored key with a range index, walked in that order.
CREATE INDEX paper_year_ascending IF NOT EXISTS FOR (node:Paper) ON (node.yearAscending);
CREATE INDEX paper_year_descending IF NOT EXISTS FOR (node:Paper) ON (node.yearDescending);
CREATE INDEX paper_title_ascending IF NOT EXISTS FOR (node:Paper) ON (node.titleAscending);
CREATE INDEX paper_title_descending IF NOT EXISTS FOR (node:Paper) ON (node.titleDescending);
CREATE TEXT INDEX paper_title_folded IF NOT EXISTS FOR (node:Paper) ON (node.titleFolded);
CREATE TEXT INDEX paper_search_text IF NOT EXISTS FOR (node:Paper) ON (node.searchText);
