import { builder } from '../builder.ts';
import type { GraphRow } from '../graph-row.ts';
import { nodeRef } from '../node-types.ts';

/** Every type of the graph, named before it is implemented: types refer to each other in circles. */

export const Paper = nodeRef('Paper');
export const Institution = nodeRef('Institution');
export const Conference = nodeRef('Conference');
export const Edition = nodeRef('Edition');
export const Topic = nodeRef('Topic');
export const Author = nodeRef('Author');
export const Source = nodeRef('Source');
export const Page = nodeRef('Page');
export const Listing = nodeRef('Listing');

export const Affiliation = builder.objectRef<GraphRow>('Affiliation');
export const Authorship = builder.objectRef<GraphRow>('Authorship');
export const PaperLink = builder.objectRef<GraphRow>('PaperLink');
export const SourceLine = builder.objectRef<GraphRow>('SourceLine');
export const Collaboration = builder.objectRef<GraphRow>('Collaboration');
export const Collaborator = builder.objectRef<GraphRow>('Collaborator');
export const CoAuthorship = builder.objectRef<GraphRow>('CoAuthorship');
export const CoAuthor = builder.objectRef<GraphRow>('CoAuthor');
export const TopicCount = builder.objectRef<GraphRow>('TopicCount');
export const Turnover = builder.objectRef<GraphRow>('Turnover');
export const Problem = builder.objectRef<GraphRow>('Problem');
