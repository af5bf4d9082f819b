/** Fields of a form: text alone. */
export type FormFields = Record<string, string>

/** What an order of the most lines says of them is not longer; rules say what is too long for them. */
const LONGEST_FIELD = 64 * 1024
const MOST_FIELDS = 2_000

/** A database holds no zero byte. */
const storable = (text: string): string => text.replaceAll("\u0000", "")

/** The fields of a body or a query string. One that is too long is cut: left out, it would be taken for one that was not filled in. */
export function formFields(body: unknown): FormFields {
  const entries = typeof body === "object" && body !== null ? Object.entries(body).slice(0, MOST_FIELDS) : []
  return Object.fromEntries(
    entries.flatMap(([name, value]: [string, unknown]) =>
      typeof value === "string" ? [[storable(name), storable(value).slice(0, LONGEST_FIELD)]] : [],
    ),
  )
}
