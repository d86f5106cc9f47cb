// Every node is found by its key, and a key stands once.
CREATE CONSTRAINT graph_state_key IF NOT EXISTS FOR (node:GraphState) REQUIRE node.key IS UNIQUE;
CREATE CONSTRAINT paper_key IF NOT EXISTS FOR (node:Paper) REQUIRE node.key IS UNIQUE;
CREATE CONSTRAINT institution_key IF NOT EXISTS FOR (node:Institution) REQUIRE node.key IS UNIQUE;
CREATE CONSTRAINT conference_key IF NOT EXISTS FOR (node:Conference) REQUIRE node.key IS UNIQUE;
CREATE CONSTRAINT edition_key IF NOT EXISTS FOR (node:Edition) REQUIRE node.key IS UNIQUE;
CREATE CONSTRAINT topic_key IF NOT EXISTS FOR (node:Topic) REQUIRE node.key IS UNIQUE;
CREATE CONSTRAINT author_key IF NOT EXISTS FOR (node:Author) REQUIRE node.key IS UNIQUE;
CREATE CONSTRAINT source_key IF NOT EXISTS FOR (node:Source) REQUIRE node.key IS UNIQUE;
CREATE CONSTRAINT page_key IF NOT EXISTS FOR (node:Page) REQUIRE node.key IS UNIQUE;
CREATE CONSTRAINT listing_key IF NOT EXISTS FOR (node:Listing) REQUIRE node.key IS UNIQUE;
CREATE CONSTRAINT problem_key IF NOT EXISTS FOR (node:Problem) REQUIRE node.key IS UNIQUE;
CREATE CONSTRAINT link_key IF NOT EXISTS FOR (node:Link) REQUIRE node.key IS UNIQUE;
CREATE CONSTRAINT identifier_key IF NOT EXISTS FOR (node:Identifier) REQUIRE node.key IS UNIQUE;
