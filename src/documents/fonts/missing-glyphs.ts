/** Characters that no font of the documents has. Nothing was drawn. */
export class MissingGlyphs extends Error {
  readonly characters: readonly string[]

  constructor(characters: readonly string[], text: string) {
    const named = characters.map((one) => `${one} (U+${hex(one)})`).join(", ")
    super(
      `The documents' fonts lack ${named} of "${text}": name a font file that has it in the option billing.documents.fonts.fallback`,
    )
    this.name = "MissingGlyphs"
    this.characters = characters
  }
}

const hex = (character: string): string => (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")
