/** What a downloaded document is called: its number, without what a file's name cannot have. */
export const documentName = (number: string, extension: string): string =>
  `${number.replace(/[^\p{L}\p{N}._-]+/gu, "-") || "document"}.${extension}`
