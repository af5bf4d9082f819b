import type { CreateArticleDiscountInput } from "../../src/contracts/discounts/article-discounts"
import type { CreateOrderDiscountInput } from "../../src/contracts/discounts/order-discounts"
import { EVERYONE } from "../../src/rules/discounts"
import { CUSTOMERS } from "./people"
import { GOOD } from "./products"

export const B2B_GROUP = "B2B Partners"

/** Who buys at the partners' prices. */
export const B2B_CUSTOMERS = [CUSTOMERS[0].email, CUSTOMERS[2].email]

export interface DemoDiscount {
  /** Handle of the product that it is assigned to. */
  on: string
  /** For the partners alone, or for everyone. */
  isForPartners: boolean
  discount: Omit<CreateArticleDiscountInput, "groups" | "assignments">
}

const units = (min: string, max: string | null, value: string) =>
  ({ trigger: "quantity", mode: "percent", min, max, value }) as const

const LICENCE = "photo-archive-licence"

export const ARTICLE_DISCOUNTS: DemoDiscount[] = [
  {
    on: GOOD.handle,
    isForPartners: true,
    discount: {
      name: "B2B price list: USB sticks",
      type: "non_cumulative",
      note: "Agreed with the partners for the year.",
      rules: [units("6", "11", "15"), units("12", null, "20")],
    },
  },
  {
    on: LICENCE,
    isForPartners: true,
    discount: {
      name: "Partners' licence",
      type: "exclusive",
      rules: [
        { trigger: "quantity", mode: "fixed", value: "40.00", currency_code: "eur" },
        { trigger: "quantity", mode: "fixed", value: "39.00", currency_code: "chf" },
      ],
    },
  },
  {
    on: LICENCE,
    isForPartners: false,
    discount: { name: "Opening offer", type: "cumulative", rules: [units("1", null, "10")] },
  },
]

const ranges = (currency_code: string) => [
  { currency_code, min: "100.00", max: "249.99", percent: "3" },
  { currency_code, min: "250.00", max: "499.99", percent: "5" },
  { currency_code, min: "500.00", percent: "8" },
]

export const ORDER_DISCOUNT: CreateOrderDiscountInput = {
  name: "Large orders",
  groups: [EVERYONE],
  ranges: [...ranges("eur"), ...ranges("chf")],
}

/** Handles of the products that the order discount applies to. */
export const ELIGIBLE = [GOOD.handle]
