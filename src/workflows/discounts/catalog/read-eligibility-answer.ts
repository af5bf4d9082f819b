import type { MedusaContainer } from "@medusajs/framework/types"
import type { EligibilityAnswer } from "../../../contracts/discounts/articles"
import { DISCOUNTS_MODULE, type DiscountsModuleService, listEligibility } from "../../../modules/discounts"
import { targetKey } from "../../../rules/discounts"
import { targetTitles } from "../answers/target-titles"

/** A page of what the order discount applies to, or does not, by its own word, with names. */
export async function readEligibilityAnswer(
  container: MedusaContainer,
  { limit, offset }: { limit: number; offset: number },
): Promise<EligibilityAnswer> {
  const { knex } = container.resolve<DiscountsModuleService>(DISCOUNTS_MODULE).db
  const { rows, count } = await listEligibility(knex, { limit, offset })
  const titles = await targetTitles(container, rows)
  const targets = rows.map(({ level, target_id, order_discount_eligible }) => ({
    level,
    target_id,
    order_discount_eligible: order_discount_eligible ?? false,
    title: titles.get(targetKey({ level, target_id })) ?? null,
  }))
  return { targets, count, limit, offset }
}
