import { PAGE_LANGUAGES, type PageLanguage } from "../../payment-forms"

export { PAGE_LANGUAGES, type PageLanguage }

export const LANGUAGE_NAMES: Record<PageLanguage, string> = { en: "English", fr: "Français" }

const known = (tag: string): PageLanguage | undefined =>
  PAGE_LANGUAGES.find((language) => tag.trim().toLowerCase().split(/[-_]/, 1)[0] === language)

/** The language of a page: the one that was asked for, else the record's own (BCP 47), else the browser's, else English. */
export function pageLanguage({
  asked,
  locale,
  accepted,
}: {
  asked?: unknown
  locale?: string | null | undefined
  /** The header `Accept-Language`. */
  accepted?: string | undefined
}): PageLanguage {
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
