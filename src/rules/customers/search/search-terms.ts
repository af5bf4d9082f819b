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

/** A part of a phone as it is typed: digits and the signs that people put between them. */
const PHONE = /^\+?[\d().\p{Pd}/·*#]+$/u

/** Signs that show as nothing: phones that are copied come with marks of their direction. */
const UNSEEN = /\p{Cf}/gu

const term = (text: string): SearchTerm => ({ kind: [...text].length < 3 ? "prefix" : "part", text })

/** The words of a search in which parts of a phone that follow each other are one number. */
function withPhones(typed: string): string[] {
  const words: string[] = []
  let run: string[] = []
  const end = (): void => {
    const digits = run.join("").replace(/\(0\)/g, "").replace(/\D/g, "")
    words.push(...(digits.length > 1 ? [digits] : foldText(run.join(" ")).split(" ")))
    run = []
  }
  for (const part of typed.split(/\s+/)) {
    if (PHONE.test(part)) {
      run.push(part)
    } else {
      end()
      words.push(...foldText(part).split(" "))
    }
  }
  end()
  return words.filter(Boolean)
}

/** What a search looks for. Digits are looked for as they stand, and as one phone number, with a name beside it or without. */
export function searchTerms(query: string): SearchTerms {
  const typed = query.slice(0, LONGEST).replace(UNSEEN, "").trim()
  const words = foldText(typed).split(" ").filter(Boolean)
  if (!words.length) {
    return []
  }
  const phones = withPhones(typed)
  const isSame = phones.length === words.length && phones.every((word, place) => word === words[place])
  return (isSame ? [words] : [phones, words]).map((alternative) => alternative.slice(0, MOST_WORDS).map(term))
}

/** What the database's answer is held against: the same rule, on one profile. */
export function isFound({ text, prefixes }: Pick<SearchKeys, "text" | "prefixes">, terms: SearchTerms): boolean {
  const has = (one: SearchTerm): boolean =>
    one.kind === "part" ? text.includes(one.text) : prefixes.includes(one.text)
  return !terms.length || terms.some((alternative) => alternative.every(has))
}
