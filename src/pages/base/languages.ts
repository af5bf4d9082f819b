import { PAGE_LANGUAGES as PAYMENT_LANGUAGES, type PageLanguage as PaymentLanguage } from "../../payment-forms"
import { EXIT_LANGUAGES } from "../../rules/billing"

/** All languages that pages are written in; each page says which of them it has. */
export const PAGE_LANGUAGES = EXIT_LANGUAGES
export type PageLanguage = (typeof PAGE_LANGUAGES)[number]

/** The languages of a page that says nothing else. */
export const STANDARD_LANGUAGES: readonly PaymentLanguage[] = PAYMENT_LANGUAGES
export type StandardLanguage = PaymentLanguage

export const LANGUAGE_NAMES: Record<PageLanguage, string> = { en: "English", fr: "Français", de: "Deutsch" }

/**
 * The language of a page, of those that it has: the one that was asked for, else the record's own (BCP 47), else the browser's,
 * else English.
 */
export function pageLanguage<Language extends PageLanguage>(
  languages: readonly Language[],
  {
    asked,
    locale,
    accepted,
  }: {
    asked?: unknown
    locale?: string | null | undefined
    /** The header `Accept-Language`. */
    accepted?: string | undefined
  },
): Language | "en" {
  const known = (tag: string): Language | undefined =>
    languages.find((language) => tag.trim().toLowerCase().split(/[-_]/, 1)[0] === language)
  const fromBrowser = (accepted ?? "")
    .slice(0, 200)
    .split(",")
    .map((part) => {
      const [tag = "", quality = "q=1"] = part.split(";")
      return { tag, weight: Number(/q=([\d.]+)/.exec(quality)?.[1] ?? 1) || 0 }
    })
    .sort((a, b) => b.weight - a.weight)
    .flatMap(({ tag }) => known(tag) ?? [])
  return (typeof asked === "string" && known(asked)) || known(locale ?? "") || fromBrowser[0] || "en"
}
