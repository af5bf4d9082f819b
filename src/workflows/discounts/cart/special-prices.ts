import type { CalculatedPriceSet, MedusaContainer } from "@medusajs/framework/types"
import { PriceListType } from "@medusajs/framework/utils"
import { compare } from "../../../rules/money"
import { calculatedPrices } from "./calculated-prices"
import { decimalOf, type DiscountItem, type DiscountSale } from "./discount-sale"
import { unitPriceOf } from "./sale-lines"

/**
 * Lines whose price is a special one: of a price list of type sale (D11). Medusa writes to a line the price that a sale
 * goes below, and a refresh after the sale lets it stand: so a line that has one is looked up, and where the line's price
 * is the calculated one, its price list decides. A line that Medusa has not priced anew since its sale ended or began is
 * as it stands. Lines without such a price, nearly all, cost nothing.
 */
export async function specialPrices(container: MedusaContainer, sale: DiscountSale): Promise<Set<string>> {
  const marked = (sale.items ?? []).filter((item) => item.variant_id && isPresent(item.compare_at_unit_price))
  if (!marked.length) {
    return new Set()
  }
  const prices = await calculatedPrices(container, sale, marked)
  return new Set(marked.filter((item) => isSpecial(item, prices.get(item.id))).map(({ id }) => id))
}

const isPresent = (value: unknown): boolean => value !== null && value !== undefined

function isSpecial(item: DiscountItem, price: CalculatedPriceSet | undefined): boolean {
  const unitPrice = unitPriceOf(item)
  const amount = price?.calculated_amount
  const isCurrent = isPresent(amount) && compare(decimalOf(amount), unitPrice) === 0
  return isCurrent
    ? price?.calculated_price?.price_list_type === PriceListType.SALE
    : compare(decimalOf(item.compare_at_unit_price), unitPrice) !== 0
}
