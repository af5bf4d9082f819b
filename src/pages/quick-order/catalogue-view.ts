import type { PageLanguage } from "../base/languages"
import type { Interval } from "../../rules/calendar"
import { compare, type Decimal } from "../../rules/money"
import { pageFormat } from "../base/page-format"
import type { CatalogueContent, ContentVariant, QuickOrderBase } from "./quick-order-content"
import { QUICK_ORDER_TEXTS, type QuickOrderNotice, type QuickOrderTexts } from "./quick-order-texts"

/** Texts and figures in the page's language. */
export interface Words {
  texts: QuickOrderTexts
  money: (amount: Decimal) => string
}

export function wordsOf({ language, currencyCode }: Pick<QuickOrderBase, "language" | "currencyCode">): Words {
  const format = pageFormat(language)
  return { texts: QUICK_ORDER_TEXTS[language], money: (amount) => format.money(amount, currencyCode) }
}

const TONES: Partial<Record<QuickOrderNotice, string>> = {
  added: "good",
  updated: "good",
  filled: "good",
  requested: "good",
  not_taken: "bad",
  refused: "bad",
}

/** What all quick-order pages have in their template. */
export function baseView({ language, path, formKey, notice }: QuickOrderBase, { texts }: Words) {
  return {
    texts,
    language,
    path,
    formKey,
    query: `?lang=${language}`,
    notice: notice && { text: texts.notice[notice], tone: TONES[notice] ?? "warn" },
  }
}

/** The address of a part of the catalogue. */
export function partOf(
  { language, search, group }: { language: PageLanguage } & Pick<CatalogueContent, "search" | "group">,
  page: number,
): string {
  const query = new URLSearchParams({
    lang: language,
    ...(search ? { q: search } : {}),
    ...(group ? { group } : {}),
    ...(page > 1 ? { page: String(page) } : {}),
  })
  return `?${query.toString()}`
}

/** The template's data: every text as it is shown. */
export function catalogueView(content: CatalogueContent) {
  const words = wordsOf(content)
  const { texts, money } = words
  const { page, pages, basket } = content
  const shown = content.products.flatMap(({ variants }) => variants).filter(({ yourPrice }) => yourPrice !== null)
  return {
    ...baseView(content, words),
    title: texts.hello(content.customerName),
    taxHint: shown.length ? texts.tax[shown.every((one) => one.isTaxInclusive) ? "included" : "added"] : "",
    search: content.search,
    isFiltered: content.search !== "" || content.group !== null,
    groups: content.groups.map((one) => ({ ...one, isChosen: one.id === content.group })),
    found: texts.found(content.count),
    again: content.hasLastOrder,
    here: partOf(content, page),
    products: content.products.map((product) => productView(product, words)),
    pages:
      pages > 1
        ? {
            label: texts.page(page, pages),
            previous: page > 1 ? `${content.path}${partOf(content, page - 1)}` : null,
            next: page < pages ? `${content.path}${partOf(content, page + 1)}` : null,
          }
        : null,
    bar: basket.count
      ? { count: texts.basket_has(basket.count), sum: money(basket.estimate) }
      : { count: texts.basket_empty, sum: null },
  }
}

function productView({ id, title, description, variants }: CatalogueContent["products"][number], words: Words) {
  const [first] = variants
  const isOnRequest = variants.every((one) => one.isOnRequest)
  const isOne = variants.length === 1
  return {
    id,
    title,
    description,
    isOnRequest,
    choose: isOnRequest ? [] : variants.filter((one) => one.hasChoices).map((one) => chooseView(one, { words, isOne })),
    // What is chosen elsewhere is put into the basket there.
    variants: variants
      .filter((one) => isOnRequest || !one.hasChoices)
      .map((one) => ({ id: one.variantId, label: labelOf(one, words) })),
    price: isOne && first && !isOnRequest ? priceView(first, words) : null,
    extra: isOnRequest ? [] : variants.flatMap((one) => extraOf(one, { words, isOne })),
  }
}

/** The way to where the contents of a package are chosen. */
const chooseView = (
  { variantId, title }: ContentVariant,
  { words: { texts }, isOne }: { words: Words; isOne: boolean },
) => ({ id: variantId, label: isOne ? texts.choose_contents : `${texts.choose_contents}${texts.colon}${title}` })

function priceView({ yourPrice, listPrice, interval }: ContentVariant, { texts, money }: Words) {
  return {
    yours: money(yourPrice ?? "0"),
    list: isLower(yourPrice, listPrice) ? money(listPrice) : null,
    every: interval ? everyOf(interval, texts) : null,
  }
}

const isLower = (price: Decimal | null, list: Decimal | null): list is Decimal =>
  price !== null && list !== null && compare(price, list) < 0

const everyOf = ({ count, unit }: Interval, texts: QuickOrderTexts): string => texts.every(count, unit)

/** A variant among others: "Monthly · €20.00 (list price €24.00)". */
function labelOf(variant: ContentVariant, { texts, money }: Words): string {
  const { title, yourPrice, listPrice, interval } = variant
  const list = isLower(yourPrice, listPrice) ? ` (${texts.list_price.toLowerCase()} ${money(listPrice)})` : ""
  const price = yourPrice === null || variant.isOnRequest ? null : money(yourPrice) + list
  return [title, price, interval && everyOf(interval, texts)].filter(Boolean).join(" · ")
}

function extraOf(
  { title, tiers, setupFee }: ContentVariant,
  { words: { texts, money }, isOne }: { words: Words; isOne: boolean },
): string[] {
  const of = isOne ? "" : `${title}: `
  return [
    ...(setupFee === null ? [] : [of + texts.set_up(money(setupFee))]),
    ...tiers.map(({ from, price }) => of + texts.from(from, money(price))),
  ]
}
