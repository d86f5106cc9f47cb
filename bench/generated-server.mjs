// Serves @neo4j/graphql's schema over Papergraph's graph, for the ladder: node bench/generated-server.mjs FOLDER ADDRESS.
// FOLDER holds the packages, which have to share one graphql.
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [folder, address] = process.argv.slice(2);
const require = createRequire(join(folder, 'package.json'));
const { Neo4jGraphQL } = require('@neo4j/graphql');
const { createYoga } = require('graphql-yoga');
const neo4j = require('neo4j-driver');

const { uri, username, password } = JSON.parse(address);
const named = (name, relation) => `
type ${name} @node {
  key: String!
  name: String
  papers: [Paper!]! @relationship(type: "${relation}", direction: IN)
}`;
const typeDefs = `
type Paper @node {
  key: String!
  title: String
  year: Int
  yearDescending: String
  conferences: [Conference!]! @relationship(type: "PUBLISHED_IN", direction: OUT)
  institutions: [Institution!]! @relationship(type: "AFFILIATED_WITH", direction: OUT)
  topics: [Topic!]! @relationship(type: "HAS_TOPIC", direction: OUT)
}
${named('Conference', 'PUBLISHED_IN')}
${named('Institution', 'AFFILIATED_WITH')}
${named('Topic', 'HAS_TOPIC')}`;

const driver = neo4j.driver(uri, neo4j.auth.basic(username, password));
const schema = await new Neo4jGraphQL({ typeDefs, driver, features: { filters: { String: { GT: true } } } }).getSchema();
const server = createServer(createYoga({ schema, graphqlEndpoint: '/', logging: false }));
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}/`));
