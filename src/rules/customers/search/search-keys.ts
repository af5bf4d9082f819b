import type { PhoneNumber } from "../profiles/phone-number"
import { foldText } from "./fold-text"

/** What a profile is searched by (C2). */
export interface Searched {
  name: string
  contact_person: string | null
  email: string | null
  phone: PhoneNumber | null
  /** Lines of profiles that were merged into it. */
  former?: readonly string[]
}

/** The stored forms: the text for trigrams, and what stands in for them where the database has none. */
export interface SearchKeys {
  /** A field a line, so that nothing matches across two. */
  text: string
  /** The first letter and the first two letters of each word: what a short word of a search matches. */
  prefixes: string[]
  /** Every three letters that follow each other. */
  grams: string[]
}

/** Each way to dial it: as typed, with the country code after + or 00, and with the trunk prefix. */
function dialled(phone: PhoneNumber | null): string[] {
  if (!phone) {
    return []
  }
  const typed = phone.typed.replace(/\D/g, "")
  const code = phone.e164?.slice(1)
  const forms = code === undefined ? [typed] : [typed, `00${code}`, phone.national ?? ""]
  // One that is part of another is found with it.
  return [...new Set(forms)].filter((form) => form && !forms.some((other) => other !== form && other.includes(form)))
}

const WORDS = /[^\p{L}\p{N}]+/u

/** The three-letter parts of a text, each once. */
export function gramsOf(text: string): string[] {
  const letters = [...text]
  return [...new Set(letters.slice(2).map((_letter, place) => letters.slice(place, place + 3).join("")))]
}

export function searchKeys({ name, contact_person, email, phone, former = [] }: Searched): SearchKeys {
  const fields = [name, contact_person, email].flatMap((field) => (field === null ? [] : foldText(field)))
  const own = [...fields, ...dialled(phone)].filter(Boolean)
  const lines = [...own, ...former.filter((line) => !own.includes(line))]
  const words = lines.flatMap((line) => [...line.split(WORDS), ...line.split(" ")]).filter(Boolean)
  const prefixes = words.flatMap((word) => [[...word].slice(0, 1).join(""), [...word].slice(0, 2).join("")])
  return {
    text: lines.join("\n"),
    prefixes: [...new Set(prefixes)].sort(),
    grams: [...new Set(lines.flatMap(gramsOf))].sort(),
  }
}
