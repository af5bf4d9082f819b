import type { MedusaContainer } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import { DISCOUNTS_MODULE, type DiscountsModuleService, releaseSale, reserveSale } from "../../../modules/discounts"
import type { DiscountFacts } from "../../../rules/discounts"
import { refuse } from "../../errors/refuse"
import type { DiscountedCart } from "./discounted-cart"
import { customerIdOf, customerKeyOf } from "./discount-sale"
import { traceOfSale } from "../../../rules/discounts/records/sale-trace"

interface UsedUpDiscount {
  discountId: string
  isCustomers: boolean
}

/**
 * Takes the uses of the discounts that a cart has, and writes the record that says why its prices are what they are (D22,
 * D24). Answers the record's id, for `releaseDiscounts`.
 */
export async function takeDiscountUses(
  container: MedusaContainer,
  { sale, facts, answer, plan }: DiscountedCart,
): Promise<string> {
  const titles = new Map((sale.items ?? []).map((item) => [item.id, item.title ?? ""]))
  const keys = new Map(plan.lines.flatMap(({ line, record }) => (record ? [[line.id, record.key]] : [])))
  const reserved = await reserveSale(container.resolve<DiscountsModuleService>(DISCOUNTS_MODULE).db.knex, {
    id: generateEntityId(undefined, "dsal"),
    cart_id: sale.id,
    order_id: null,
    version: 1,
    customer_id: customerIdOf(sale),
    customerKey: customerKeyOf(sale),
    currency_code: sale.currency_code,
    as_of: facts.asOf,
    channel: facts.channel,
    trace: { ...traceOfSale(facts, answer, { titles, keys }), groups: facts.groups },
    used: answer.used,
  })
  if (!reserved.ok) {
    refuseUsedUp(facts, reserved)
  }
  return reserved.saleId
}

function refuseUsedUp(facts: DiscountFacts, { discountId, isCustomers }: UsedUpDiscount): never {
  const name = [...facts.discounts, ...facts.orderDiscounts].find(({ id }) => id === discountId)?.name ?? discountId
  const how = isCustomers ? "by this customer as often as it may be" : "up"
  refuse("discounts", `"${name}" has been used ${how}: update the cart to see its prices, then complete again`)
}

/** What an attempt to complete has taken is free again, where it did not become an order. */
export async function releaseDiscounts(container: MedusaContainer, saleId: string | null): Promise<void> {
  if (saleId !== null) {
    await releaseSale(container.resolve<DiscountsModuleService>(DISCOUNTS_MODULE).db.knex, saleId)
  }
}
