import type { DocumentTexts } from "./document-texts"
import { en } from "./en"
import { fr } from "./fr"

const LANGUAGES: Record<string, DocumentTexts> = { en, fr }

/** The texts of a document's locale; a language that there are none of is answered in English. */
export const textsOf = (locale: string | null): DocumentTexts =>
  LANGUAGES[(locale ?? "").toLowerCase().split(/[-_]/)[0] ?? ""] ?? en
