/** Gives the line of a place in a text, both counted: lines from 1. Cheap where places come in order, or nearly so. */
export function lineCounter(text: string): (place: number) => number {
  let known = 0;
  let line = 1;
  return (place) => {
    while (known > place) {
      known = text.lastIndexOf('\n', known - 1);
      if (known < place) {
        known = place;
        break;
      }
      line -= 1;
    }
    for (let end = text.indexOf('\n', known); end !== -1 && end < place; end = text.indexOf('\n', known)) {
      known = end + 1;
      line += 1;
    }
    return line;
  };
}
