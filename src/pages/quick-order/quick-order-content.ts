import type { Interval } from "../../rules/calendar"
import type { CustomerProblem, FormOption, PriceChange } from "../../rules/customers"
import type { Decimal } from "../../rules/money"
import type { StandardLanguage } from "../base/languages"
import type { QuickOrderNotice } from "./quick-order-texts"

/** What every quick-order page is drawn of. */
export interface QuickOrderBase {
  language: StandardLanguage
  currencyCode: string
  customerName: string
  /** The page's own address, without the query. */
  path: string
  formKey: string
  notice: QuickOrderNotice | null
}

export interface ContentVariant {
  variantId: string
  title: string
  isOnRequest: boolean
  yourPrice: Decimal | null
  listPrice: Decimal | null
  isTaxInclusive: boolean
  interval: Interval | null
  setupFee: Decimal | null
  tiers: { from: Decimal; price: Decimal }[]
  /** A package whose contents are chosen on a page of its own. */
  hasChoices: boolean
}

export interface PackageContentOption extends FormOption {
  parentTitle: string
  title: string
  detail: string | null
  isFreeQuantity: boolean
  quantity: number
  price: Decimal | null
}

/** A package and what can be chosen in it. */
export interface PackageContent extends QuickOrderBase {
  variantId: string
  title: string
  options: PackageContentOption[]
  listPrice: Decimal
  yourPrice: Decimal
  quantity: string
}

export interface CatalogueContent extends QuickOrderBase {
  search: string
  group: string | null
  groups: { id: string; name: string }[]
  page: number
  pages: number
  count: number
  products: { id: string; title: string; description: string | null; variants: ContentVariant[] }[]
  basket: { count: number; estimate: Decimal }
  hasLastOrder: boolean
}

export interface BasketContentLine {
  variantId: string
  /** Null: it is not sold any more. */
  title: string | null
  detail: string
  quantity: string
  yourPrice: Decimal | null
  listPrice: Decimal | null
  /** What so many come to; null: it is not known. */
  sum: Decimal | null
}

export interface BasketContent extends QuickOrderBase {
  /** Which of the link's orders it is to become. */
  turn: number
  lines: BasketContentLine[]
  estimate: Decimal
  changes: PriceChange[]
  problems: CustomerProblem[]
  minimum: Decimal | null
  leftOut: string[]
  today: string
  values: Record<string, string>
  /** What is not known, and asked for. */
  asks: { email: boolean; countries: string[] | null }
}

export interface ReviewContent extends QuickOrderBase {
  changes: PriceChange[]
  /** Null: it is being made. */
  cart: {
    turn: number
    attempt: number
    lines: {
      key: string
      title: string
      detail: string | null
      quantity: number
      list: Decimal
      total: Decimal
      discounts: string[]
    }[]
    goods: Decimal
    shipping: { name: string; amount: Decimal }[]
    taxAdded: Decimal
    taxIncluded: Decimal
    total: Decimal
    address: string[]
    email: string
    purchaseOrderNumber: string | null
    wantedOn: string | null
    note: string | null
    /** The least that the goods come to; null: they do. */
    missing: Decimal | null
    payment: "on_account" | "now"
  } | null
}

export interface DoneContent extends QuickOrderBase {
  number: string
  total: Decimal
}
