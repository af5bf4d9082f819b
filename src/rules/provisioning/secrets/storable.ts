/** Halves of a sign: no database takes them. */
const LONE_SURROGATES = /\p{Surrogate}/gu

/** A text without the characters that PostgreSQL refuses. */
export const storableText = (text: string): string => text.replaceAll("\u0000", "").replace(LONE_SURROGATES, "\ufffd")

/** A value of JSON whose texts and names PostgreSQL's `jsonb` takes. Large numbers become texts. */
export function storable(value: unknown): unknown {
  if (typeof value === "string") {
    return storableText(value)
  }
  if (typeof value === "bigint") {
    return String(value)
  }
  if (typeof value !== "object" || value === null || value instanceof Date) {
    return value
  }
  return Array.isArray(value)
    ? value.map(storable)
    : Object.fromEntries(Object.entries(value).map(([name, part]) => [storableText(name), storable(part)]))
}
