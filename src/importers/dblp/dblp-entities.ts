/**
 * The entities that DBLP's DTD names: the letters and signs of Latin-1 from U+00A0 on, under their names in HTML.
 * https://dblp.org/xml/dblp.dtd
 */
const NAMES =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para ' +
  'middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave ' +
  'Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc ' +
  'Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc ' +
  'iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';

/** The letter or sign of each name, those of XML included. Without a prototype, whose members would be names too. */
export const dblpEntities: Record<string, string> = Object.assign(
  Object.create(null),
  { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" },
  Object.fromEntries(NAMES.split(' ').map((name, index) => [name, String.fromCharCode(0xa0 + index)])),
);
