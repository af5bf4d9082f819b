/** Takes a typed amount as people write it: `12,30` is 12.30, blanks do not count. */
export const typedAmount = (text: string | undefined): string => (text ?? "").replace(/\s/g, "").replace(",", ".")
