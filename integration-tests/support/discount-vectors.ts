import { readFileSync } from "fs"
import { join } from "path"
import type { DiscountType, Mode, Trigger } from "../../src/rules/discounts"

export interface VectorDiscount {
  type: DiscountType
  groups: string[]
  rules: { trigger: Trigger; min: string | null; max: string | null; mode: Mode; value: string }[]
}

/** One case of `vectors/discounts.json`: every article discount is assigned to every item, in the order of the list. */
export interface DiscountVector {
  source: string
  currency: string
  groups?: string[]
  order_discount?: { ranges: { min: string | null; max: string | null; percent: string }[] }
  article_discounts?: VectorDiscount[]
  items: { name: string; unit_price: string; quantity: number; eligible?: boolean }[]
  /** What is taken off each item. */
  discounts: string[]
  total?: string
}

export const discountVectors = (): DiscountVector[] =>
  JSON.parse(readFileSync(join(__dirname, "../vectors/discounts.json"), "utf8")) as DiscountVector[]
