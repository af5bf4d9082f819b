import type { MedusaContainer } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import { DISCOUNTS_MODULE, type DiscountsModuleService, releaseSale, reserveSale } from "../../../modules/discounts"
import type { DiscountFacts } from "../../../rules/discounts"
import { refuse } from "../../errors/refuse"
import { traceOfSale } from "./sale-trace"
import { concernsDiscounts } from "./concerns-discounts"
import { customerIdOf, customerKeyOf, type DiscountSale } from "./discount-sale"
import { judgeDiscounts, type JudgedDiscounts } from "./judge-discounts"
import { withTrialsTaken } from "./sale-lines"

/** A cart as its completion has read it. */
export interface CompletingCart extends DiscountSale {
  id: string
  completed_at?: unknown
  region?: { id: string } | null
}

interface UsedUpDiscount {
  discountId: string
  isCustomers: boolean
}

const CHANGED = "The cart's discounts are not what they were: update the cart to see its prices, then complete again"

/**
 * Before a cart becomes an order: its discounts must be what the rule says now. Their uses are taken, and the record is
 * written that says why the prices are what they are (D22, D24). Answers the record's id, for `releaseDiscounts`; null
 * where no discount was so much as looked at.
 */
export async function reserveDiscounts(container: MedusaContainer, given: CompletingCart): Promise<string | null> {
  const { knex } = container.resolve<DiscountsModuleService>(DISCOUNTS_MODULE).db
  if (given.completed_at || !(await concernsDiscounts(knex, given.id))) {
    return null
  }
  const region_id = given.region_id ?? given.region?.id
  const cart = { ...given, region_id, items: withTrialsTaken(given.items ?? []) }
  const { isCurrent, judged } = await judgeDiscounts(container, cart)
  if (!isCurrent) {
    refuse("discounts", CHANGED)
  }
  return judged?.answer.lines.some(({ trace }) => trace.length) ? reserve(container, cart, judged) : null
}

async function reserve(
  container: MedusaContainer,
  cart: CompletingCart,
  { facts, answer }: NonNullable<JudgedDiscounts["judged"]>,
): Promise<string> {
  const titles = new Map((cart.items ?? []).map((item) => [item.id, item.title ?? ""]))
  const reserved = await reserveSale(container.resolve<DiscountsModuleService>(DISCOUNTS_MODULE).db.knex, {
    id: generateEntityId(undefined, "dsal"),
    cart_id: cart.id,
    order_id: null,
    version: 1,
    customer_id: customerIdOf(cart),
    customerKey: customerKeyOf(cart),
    currency_code: cart.currency_code,
    as_of: facts.asOf,
    channel: facts.channel,
    trace: { ...traceOfSale(facts, answer, titles), groups: facts.groups },
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
