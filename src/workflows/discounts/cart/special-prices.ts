import type { CalculatedPriceSet, MedusaContainer } from "@medusajs/framework/types"
import { Modules, PriceListStatus, PriceListType } from "@medusajs/framework/utils"
import { compare } from "../../../rules/money"
import { calculatedPrices } from "./calculated-prices"
import { decimalOf, type DiscountItem, type EvaluationContext } from "./evaluation-context"
import { unitPriceOf } from "./to-evaluated-line"

/**
 * Lines with a special price: one of a price list of type sale (D11). Where the line's price is the calculated one, its
 * price list decides. Where it is not, Medusa has not priced the line again since the list began or ended, and the line
 * counts as it is shown. Medusa sets `compare_at_unit_price`, but not where the list's price is the only one or the
 * same as the base price. So while such a list is active, all lines are priced, otherwise only those with
 * `compare_at_unit_price`: nearly always none.
 */
export async function specialPrices(container: MedusaContainer, context: EvaluationContext): Promise<Set<string>> {
  const sold = (context.items ?? []).filter((item) => item.variant_id)
  const marked = sold.filter((item) => isPresent(item.compare_at_unit_price))
  const asked = sold.length > marked.length && (await isAnySalePriceListActive(container)) ? sold : marked
  if (!asked.length) {
    return new Set()
  }
  const prices = await calculatedPrices(container, context, asked)
  return new Set(asked.filter((item) => isSpecial(item, prices.get(item.id))).map(({ id }) => id))
}

async function isAnySalePriceListActive(container: MedusaContainer): Promise<boolean> {
  const on = { type: PriceListType.SALE, status: [PriceListStatus.ACTIVE] }
  const lists = await container.resolve(Modules.PRICING).listPriceLists(on, { select: ["id"], take: 1 })
  return lists.length > 0
}

const isPresent = (value: unknown): boolean => value !== null && value !== undefined

function isSpecial(item: DiscountItem, price: CalculatedPriceSet | undefined): boolean {
  const unitPrice = unitPriceOf(item)
  const amount = price?.calculated_amount
  const isCurrent = isPresent(amount) && compare(decimalOf(amount), unitPrice) === 0
  return isCurrent
    ? price?.calculated_price?.price_list_type === PriceListType.SALE
    : isPresent(item.compare_at_unit_price) && compare(decimalOf(item.compare_at_unit_price), unitPrice) !== 0
}
