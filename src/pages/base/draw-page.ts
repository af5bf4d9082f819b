import { BASE_TEXTS } from "./base-texts"
import { addAsset } from "./asset"
import { LANGUAGE_NAMES, PAGE_LANGUAGES, type PageLanguage } from "./languages"
import { drawTemplate } from "./page-engine"
import { STYLE } from "./style"

/** Who is behind a page. */
export interface PageSeller {
  name: string
  /** The lines of the address. */
  lines: string[]
  email: string | null
}

export interface PageParts {
  language: PageLanguage
  title: string
  /** HTML that a template has drawn. */
  body: string
  seller: PageSeller
  storefrontUrl: string | null
  /** Addresses of scripts, in their order. */
  scripts?: string[]
  /** Whether the reader may choose the language, by the query string. */
  hasLanguages?: boolean
}

const style = addAsset("pages", "css", STYLE)

/** A whole page as HTML. */
export const drawPage = ({ hasLanguages = true, scripts = [], ...parts }: PageParts): string =>
  drawTemplate("@layout", {
    ...parts,
    scripts,
    texts: BASE_TEXTS[parts.language],
    languages: hasLanguages
      ? PAGE_LANGUAGES.map((code) => ({ code, name: LANGUAGE_NAMES[code], href: `?lang=${code}` }))
      : [],
    assets: { style },
  })
