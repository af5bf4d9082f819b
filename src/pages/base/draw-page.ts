import { BASE_TEXTS } from "./base-texts"
import { addAsset } from "./asset"
import { LANGUAGE_NAMES, STANDARD_LANGUAGES, type PageLanguage } from "./languages"
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
  /** The languages that the reader may choose, by the query string; left out: the standard ones. */
  languages?: readonly PageLanguage[]
  /** The page's own address, where the browser may be at another one; left out: where it is. */
  path?: string
  /** A page's own style, beside that of all pages. */
  styles?: string[]
  /** Whether it takes more than the width of a text. */
  isWide?: boolean
  /** Whether the reader may choose the language, by the query string. */
  hasLanguages?: boolean
  /** The address of the same page in another language; left out: by the query string alone. */
  languageHref?: (language: PageLanguage) => string
}

const style = addAsset("pages", "css", STYLE)

/** A whole page as HTML. */
export const drawPage = ({
  languages = STANDARD_LANGUAGES,
  hasLanguages = true,
  scripts = [],
  styles = [],
  path = "",
  languageHref = (language) => `${path}?lang=${language}`,
  isWide = false,
  ...parts
}: PageParts): string =>
  drawTemplate("@layout", {
    ...parts,
    scripts,
    styles,
    isWide,
    texts: BASE_TEXTS[parts.language],
    languages: (hasLanguages ? languages : []).map((code) => ({
      code,
      name: LANGUAGE_NAMES[code],
      href: languageHref(code),
    })),
    assets: { style },
  })
