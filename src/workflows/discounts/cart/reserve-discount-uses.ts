import type { MedusaContainer } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import { DISCOUNTS_MODULE, type DiscountsModuleService, releaseRecord, reserveRecord } from "../../../modules/discounts"
import type { DiscountFacts } from "../../../rules/discounts"
import { limitedPerCustomer } from "../../../rules/discounts/eligibility/limited-per-customer"
import { refuse } from "../../errors/refuse"
import type { DiscountedCart } from "./discounted-cart"
import { buyerOfContext, customerIdOf } from "./evaluation-context"
import { traceOfEvaluation } from "../../../rules/discounts/records/discount-trace"

interface UsedUpDiscount {
  discountId: string
  isCustomers: boolean
}

/**
 * Reserves the uses of a cart's discounts, and writes its discount record (D22, D24). Returns the record's id, for
 * `releaseDiscounts`.
 */
export async function reserveDiscountUses(
  container: MedusaContainer,
  { context, facts, answer, plan }: DiscountedCart,
): Promise<string> {
  const titles = new Map((context.items ?? []).map((item) => [item.id, item.title ?? ""]))
  const keys = new Map(plan.lines.flatMap(({ line, record }) => (record ? [[line.id, record.key]] : [])))
  const reserved = await reserveRecord(container.resolve<DiscountsModuleService>(DISCOUNTS_MODULE).db.knex, {
    id: generateEntityId(undefined, "drec"),
    cart_id: context.id,
    order_id: null,
    version: 1,
    customer_id: customerIdOf(context),
    buyer: buyerOfContext(context),
    limited: limitedPerCustomer(facts),
    currency_code: context.currency_code,
    as_of: facts.asOf,
    channel: facts.channel,
    trace: {
      ...traceOfEvaluation(facts, answer, { titles, keys, explanations: plan.explanations }),
      groups: facts.groups,
    },
    used: answer.used,
  })
  if (!reserved.ok) {
    refuseUsedUp(facts, reserved)
  }
  return reserved.recordId
}

function refuseUsedUp(facts: DiscountFacts, { discountId, isCustomers }: UsedUpDiscount): never {
  const name = [...facts.discounts, ...facts.orderDiscounts].find(({ id }) => id === discountId)?.name ?? discountId
  const how = isCustomers ? "by this customer as often as it may be" : "up"
  refuse("discounts", `"${name}" has been used ${how}: update the cart to see its prices, then complete again`)
}

/** Compensation: releases the uses where the completion did not make an order. */
export async function releaseDiscounts(container: MedusaContainer, recordId: string | null): Promise<void> {
  if (recordId !== null) {
    await releaseRecord(container.resolve<DiscountsModuleService>(DISCOUNTS_MODULE).db.knex, recordId)
  }
}
