import { addAsset } from "../base/asset"
import { drawPage, type PageParts } from "../base/draw-page"
import type { PageLanguage } from "../base/languages"
import { addTemplate, drawTemplate } from "../base/page-engine"
import { basketView } from "./basket-view"
import { catalogueView, partOf } from "./catalogue-view"
import type { BasketContent, CatalogueContent, DoneContent, PackageContent, ReviewContent } from "./quick-order-content"
import { QUICK_ORDER_SCRIPT } from "./quick-order-script"
import { QUICK_ORDER_STYLE } from "./quick-order-style"
import { packageView } from "./package-view"
import {
  BASKET_TEMPLATE,
  CATALOGUE_TEMPLATE,
  DONE_TEMPLATE,
  PACKAGE_TEMPLATE,
  REVIEW_TEMPLATE,
} from "./quick-order-templates"
import { doneView, reviewView } from "./review-view"

addTemplate("@quick-order-catalogue", CATALOGUE_TEMPLATE)
addTemplate("@quick-order-package", PACKAGE_TEMPLATE)
addTemplate("@quick-order-basket", BASKET_TEMPLATE)
addTemplate("@quick-order-review", REVIEW_TEMPLATE)
addTemplate("@quick-order-done", DONE_TEMPLATE)

const script = addAsset("quick-order", "js", QUICK_ORDER_SCRIPT)
const style = addAsset("quick-order", "css", QUICK_ORDER_STYLE)

type Parts = Pick<PageParts, "seller" | "storefrontUrl">

const draw = (parts: Parts & Pick<PageParts, "language" | "title" | "body"> & Partial<PageParts>): string =>
  drawPage({ ...parts, title: `${parts.title} · ${parts.seller.name}`, scripts: [script], styles: [style] })

export function drawCatalogue(content: CatalogueContent, parts: Parts): string {
  const view = catalogueView(content)
  return draw({
    ...parts,
    language: content.language,
    title: view.texts.title,
    body: drawTemplate("@quick-order-catalogue", view),
    isWide: true,
    languageHref: (language: PageLanguage) => partOf({ ...content, language }, content.page),
  })
}

/** `query`: the choices, which stay when another language is chosen. */
export function drawPackage(content: PackageContent, parts: Parts, query: string): string {
  const view = packageView(content)
  const languageHref = (language: PageLanguage) =>
    `${content.path}/package/${content.variantId}?${query}${query && "&"}lang=${language}`
  const body = drawTemplate("@quick-order-package", view)
  return draw({ ...parts, language: content.language, title: view.title, body, languageHref })
}

/** `path`: where the page is reached by its address, as it may be the answer to a form. */
export function drawBasket(content: BasketContent, parts: Parts): string {
  const view = basketView(content)
  const languageHref = (language: PageLanguage) => `${content.path}/basket?lang=${language}`
  const body = drawTemplate("@quick-order-basket", view)
  return draw({ ...parts, language: content.language, title: view.texts.basket, body, languageHref })
}

export function drawReview(content: ReviewContent, parts: Parts): string {
  const view = reviewView(content)
  const languageHref = (language: PageLanguage) => `${content.path}/review?lang=${language}`
  const body = drawTemplate("@quick-order-review", view)
  return draw({ ...parts, language: content.language, title: view.texts.check, body, languageHref })
}

export function drawDone(content: DoneContent, parts: Parts): string {
  const view = doneView(content)
  const body = drawTemplate("@quick-order-done", view)
  return draw({ ...parts, language: content.language, title: view.texts.done, body })
}
