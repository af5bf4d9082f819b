import { storableText } from "./storable"

/** What stands in place of a secret. */
export const MASK = "••••"

const NAMES =
  /pass(word|phrase)?|secret|token|api[-_]?key|private[-_]?key|license[-_]?key|authorization|credential|cookie|signature/i
const MOST_TEXT = 4000
const MOST_DEPTH = 8
/** Shorter ones would mask ordinary words. */
const SHORTEST_SECRET = 4

/**
 * A value as it may be kept and shown (S5): what has a secret's name is masked, and so is each of the given secrets wherever it
 * stands in a text. Long texts are cut, and what is nested too deep is left out.
 */
export function maskSecrets(value: unknown, secrets: readonly string[] = [], depth = 0): unknown {
  if (typeof value === "string") {
    return maskText(value, secrets)
  }
  if (typeof value !== "object" || value === null) {
    return typeof value === "bigint" ? String(value) : value
  }
  if (depth >= MOST_DEPTH) {
    return MASK
  }
  if (Array.isArray(value)) {
    return value.map((part: unknown) => maskSecrets(part, secrets, depth + 1))
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, part]): [string, unknown] => [
      maskText(name, secrets),
      NAMES.test(name) && part !== null && part !== undefined ? MASK : maskSecrets(part, secrets, depth + 1),
    ]),
  )
}

/** A text without the given secrets, and without the characters that PostgreSQL's `jsonb` refuses. */
export function maskText(text: string, secrets: readonly string[] = []): string {
  const masked = [...secrets]
    .filter((secret) => secret.length >= SHORTEST_SECRET)
    .sort((a, b) => b.length - a.length)
    .reduce((rest, secret) => rest.split(secret).join(MASK), text)
  const cut = masked.length > MOST_TEXT ? `${masked.slice(0, MOST_TEXT)}…` : masked
  return storableText(cut)
}

/** Every text within a value that is a secret as a whole, such as the credentials of a server. */
export function secretsIn(value: unknown): string[] {
  if (typeof value === "string") {
    return [value]
  }
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(secretsIn) : []
}
