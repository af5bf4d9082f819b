import type { CalculatedPriceSet, MedusaContainer, PricingContext } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { customerIdOf, type DiscountItem, type EvaluationContext } from "./evaluation-context"
import { quantityOf } from "./to-evaluated-line"

/**
 * The lines' prices as Medusa calculates them now, each for its quantity, by line id; a line without a price is left
 * out.
 */
export async function calculatedPrices(
  container: MedusaContainer,
  context: EvaluationContext,
  items: DiscountItem[],
): Promise<Map<string, CalculatedPriceSet>> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "product_variant_price_set",
    fields: ["variant_id", "price_set_id"],
    filters: { variant_id: items.flatMap((item) => item.variant_id ?? []) },
  })
  const links = data as { variant_id: string; price_set_id: string }[]
  const setOf = (item: DiscountItem) => links.find((link) => link.variant_id === item.variant_id)?.price_set_id
  const found = new Map<string, CalculatedPriceSet>()
  for (const quantity of new Set(items.map(quantityOf))) {
    const alike = items.filter((item) => quantityOf(item) === quantity)
    const ids = [...new Set(alike.flatMap((item) => setOf(item) ?? []))]
    const prices = await container
      .resolve(Modules.PRICING)
      .calculatePrices({ id: ids }, { context: pricingContextOf(context, quantity) })
    for (const item of alike) {
      const price = prices.find(({ id }) => id === setOf(item))
      if (price) {
        found.set(item.id, price)
      }
    }
  }
  return found
}

/** The context of Medusa's price calculation, as far as it is known. */
function pricingContextOf(context: EvaluationContext, quantity: number): PricingContext["context"] {
  const { currency_code, region_id, sales_channel_id, customer } = context
  const id = customerIdOf(context)
  const groups = customer?.groups?.map((group) => ({ id: group.id })) ?? []
  const pricing: Record<string, unknown> = {
    currency_code,
    quantity,
    ...(region_id ? { region_id } : {}),
    ...(sales_channel_id ? { sales_channel_id } : {}),
    ...(id ? { customer: { id, ...(groups.length ? { groups } : {}) } } : {}),
  }
  return pricing as PricingContext["context"]
}
