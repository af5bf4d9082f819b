/** A text in lines of a width: broken at spaces and behind hyphens, and within a word that is longer than a line. */
export function wrapText(text: string, width: number, widthOf: (text: string) => number): string[] {
  if (widthOf(text) <= width) {
    return [text]
  }
  const lines: string[] = []
  let line = ""
  for (const word of text.split(/(?<=[ -])/)) {
    if (widthOf((line + word).trimEnd()) <= width) {
      line += word
      continue
    }
    if (line.trimEnd()) {
      lines.push(line.trimEnd())
    }
    line = word
    while (widthOf(line.trimEnd()) > width && line.trimEnd().length > 1) {
      const fits = longestFit(line.trimEnd(), width, widthOf)
      lines.push(line.slice(0, fits))
      line = line.slice(fits)
    }
  }
  return line.trimEnd() ? [...lines, line.trimEnd()] : lines
}

/** How much of a word fits, at least one character, whole ones alone. */
function longestFit(word: string, width: number, widthOf: (text: string) => number): number {
  let length = 0
  for (const character of word) {
    if (length > 0 && widthOf(word.slice(0, length + character.length)) > width) {
      break
    }
    length += character.length
  }
  return length
}
