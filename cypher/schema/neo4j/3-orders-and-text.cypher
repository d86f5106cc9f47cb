// Each order of a long list is one stored key with a range index, walked in that order.
CREATE INDEX paper_year_ascending IF NOT EXISTS FOR (node:Paper) ON (node.yearAscending);
CREATE INDEX paper_year_descending IF NOT EXISTS FOR (node:Paper) ON (node.yearDescending);
CREATE INDEX paper_title_ascending IF NOT EXISTS FOR (node:Paper) ON (node.titleAscending);
CREATE INDEX paper_title_descending IF NOT EXISTS FOR (node:Paper) ON (node.titleDescending);
CREATE INDEX paper_cited_by_count_ascending IF NOT EXISTS FOR (node:Paper) ON (node.citedByCountAscending);
CREATE INDEX paper_cited_by_count_descending IF NOT EXISTS FOR (node:Paper) ON (node.citedByCountDescending);
CREATE INDEX author_name_ascending IF NOT EXISTS FOR (node:Author) ON (node.nameAscending);
CREATE INDEX author_name_descending IF NOT EXISTS FOR (node:Author) ON (node.nameDescending);
CREATE INDEX institution_name_ascending IF NOT EXISTS FOR (node:Institution) ON (node.nameAscending);
CREATE INDEX institution_name_descending IF NOT EXISTS FOR (node:Institution) ON (node.nameDescending);
CREATE INDEX topic_name_ascending IF NOT EXISTS FOR (node:Topic) ON (node.nameAscending);
CREATE INDEX topic_name_descending IF NOT EXISTS FOR (node:Topic) ON (node.nameDescending);
CREATE INDEX problem_place_ascending IF NOT EXISTS FOR (node:Problem) ON (node.placeAscending);
CREATE TEXT INDEX paper_title_folded IF NOT EXISTS FOR (node:Paper) ON (node.titleFolded);
CREATE TEXT INDEX paper_search_text IF NOT EXISTS FOR (node:Paper) ON (node.searchText);
CREATE TEXT INDEX author_search_text IF NOT EXISTS FOR (node:Author) ON (node.searchText);
CREATE TEXT INDEX author_name_text IF NOT EXISTS FOR (node:Author) ON (node.nameFolded);
