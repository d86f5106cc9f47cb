// Identity looks papers up by these; topics and authors are asked for by name, institutions by country.
CREATE INDEX paper_by_doi IF NOT EXISTS FOR (node:Paper) ON (node.doi);
CREATE INDEX paper_by_arxiv_id IF NOT EXISTS FOR (node:Paper) ON (node.arxivId);
CREATE INDEX paper_by_title_folded IF NOT EXISTS FOR (node:Paper) ON (node.titleFolded);
CREATE INDEX paper_by_title_key IF NOT EXISTS FOR (node:Paper) ON (node.titleKey);
CREATE INDEX paper_by_name_key IF NOT EXISTS FOR (node:Paper) ON (node.nameKey);
CREATE INDEX institution_by_ror IF NOT EXISTS FOR (node:Institution) ON (node.ror);
CREATE INDEX institution_by_country_code IF NOT EXISTS FOR (node:Institution) ON (node.countryCode);
CREATE INDEX topic_by_name_folded IF NOT EXISTS FOR (node:Topic) ON (node.nameFolded);
CREATE INDEX author_by_name_folded IF NOT EXISTS FOR (node:Author) ON (node.nameFolded);
CREATE INDEX link_by_address_key IF NOT EXISTS FOR (node:Link) ON (node.addressKey);
CREATE INDEX page_by_path IF NOT EXISTS FOR (node:Page) ON (node.path);
CREATE INDEX paper_by_record_id IF NOT EXISTS FOR (node:Paper) ON (node.recordId);
CREATE INDEX paper_by_openalex_id IF NOT EXISTS FOR (node:Paper) ON (node.openalexId);
CREATE INDEX author_by_orcid IF NOT EXISTS FOR (node:Author) ON (node.orcid);
