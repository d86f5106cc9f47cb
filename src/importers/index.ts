export { readPage } from './markdown/read-page.ts';
