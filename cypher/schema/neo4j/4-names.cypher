// Tables of names are asked for single names and ids.
CREATE CONSTRAINT name_table_key IF NOT EXISTS FOR (node:NameTable) REQUIRE node.key IS UNIQUE;
CREATE INDEX organization_by_ror IF NOT EXISTS FOR (node:Organization) ON (node.ror);
CREATE INDEX organization_name_by_name IF NOT EXISTS FOR (node:OrganizationName) ON (node.name);
CREATE INDEX organization_name_by_near_key IF NOT EXISTS FOR (node:OrganizationName) ON (node.nearKey);
