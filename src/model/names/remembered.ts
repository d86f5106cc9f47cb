/**
 * The same function, remembering its latest answers: lists name the same institutions and conferences again and again,
 * and a layout asks for each text several times. Long texts are not kept, and the memory is bounded.
 */
export function remembered<T>(read: (text: string) => T): (text: string) => T {
  const answers = new Map<string, T>();
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined) return known;
    const answer = read(text);
    if (text.length <= longest) {
      if (answers.size >= capacity) answers.clear();
      answers.set(text, answer);
    }
    return answer;
  };
}

const longest = 300;
const capacity = 10_000;
