/** A message in words, before it is drawn. Plain text: whoever draws it escapes it. */
export interface Letter {
  subject: string
  paragraphs: string[]
  /** What it is about, as label and value. */
  rows: [string, string][]
  /** What the reader can do; null: nothing. */
  action: { label: string; url: string } | null
}

/** What frames every letter of a language. */
export interface Frame {
  greeting: (name: string | null) => string
  regards: string
  /** Where to ask; null where the store has no address. */
  questions: (email: string) => string
}
