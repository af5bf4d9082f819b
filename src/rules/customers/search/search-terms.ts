import { foldText } from "./fold-text"
import type { SearchKeys } from "./search-keys"

/** A word of a search: part of the text, or, where it has one or two letters, the beginning of a word. */
export interface SearchTerm {
  kind: "part" | "prefix"
  text: string
}

/** A profile is found by all terms of one of the alternatives. None: everything is. */
export type SearchTerms = readonly (readonly SearchTerm[])[]

/** Words beyond this narrow no search. */
const MOST_WORDS = 10
const LONGEST = 200

/** What is typed as a phone: digits and the signs that people put between them. */
const PHONE = /^\+?[\d\s().\-/–]{2,}$/

const term = (text: string): SearchTerm => ({ kind: [...text].length < 3 ? "prefix" : "part", text })

/** What a search looks for. Digits are looked for as they stand, and as one phone number. */
export function searchTerms(query: string): SearchTerms {
  const typed = query.slice(0, LONGEST).trim()
  const words = foldText(typed).split(" ").filter(Boolean).slice(0, MOST_WORDS).map(term)
  if (!words.length) {
    return []
  }
  const digits = typed.replace(/\(0\)/g, "").replace(/\D/g, "")
  const isPhone = PHONE.test(typed) && digits.length > 1
  const isSame = words.length === 1 && words[0]?.text === digits
  return isPhone ? [[term(digits)], ...(isSame ? [] : [words])] : [words]
}

/** What the database's answer is held against: the same rule, on one profile. */
export function isFound({ text, prefixes }: Pick<SearchKeys, "text" | "prefixes">, terms: SearchTerms): boolean {
  const has = (one: SearchTerm): boolean =>
    one.kind === "part" ? text.includes(one.text) : prefixes.includes(one.text)
  return !terms.length || terms.some((alternative) => alternative.every(has))
}
