/** What JSON can hold. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue }

/**
 * One text for one value: keys sorted by their code units, no spaces, nothing left out but what is undefined. The same
 * value makes the same text, whatever the order in which it was built (RFC 8785, of the values that stand here).
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) {
    return `[${value.map((one) => canonicalJson(one ?? null)).join(",")}]`
  }
  if (value !== null && typeof value === "object") {
    const entries = Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .sort(([one], [other]) => (one < other ? -1 : 1))
    return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonicalJson(one)}`).join(",")}}`
  }
  return JSON.stringify(value ?? null)
}
