const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/
const LEFT_TO_RIGHT = /\p{L}/u

/**
 * A line's parts from left to right as they are drawn: the whole line, or, where a script in it runs to the left, its words
 * and the spaces between them. Words of such a script stand in their own order, from right to left, with the numbers
 * between them; the letters within a word are turned by the font, and so would be a space behind it.
 */
export function inVisualOrder(line: string): string[] {
  return RIGHT_TO_LEFT.test(line) ? visualOrder(line).split(/(?<= )|(?= )/) : [line]
}

function visualOrder(line: string): string {
  const words = line.split(" ")
  const ordered: string[] = []
  let index = 0
  while (index < words.length) {
    const end = endOfTurned(words, index)
    if (end > index) {
      ordered.push(...words.slice(index, end).reverse())
      index = end
    } else {
      ordered.push(words[index] ?? "")
      index++
    }
  }
  return ordered.join(" ")
}

/** Behind the last word of the script's that a turned part has, which begins here; here: none begins. */
function endOfTurned(words: readonly string[], start: number): number {
  let end = start
  for (let index = start; index < words.length; index++) {
    const word = words[index] ?? ""
    if (RIGHT_TO_LEFT.test(word)) {
      end = index + 1
    } else if (index === start || LEFT_TO_RIGHT.test(word)) {
      return end
    }
  }
  return end
}
