import { generateEntityId } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { inTransaction } from "../../../../modules/core"
import {
  DISCOUNTS_MODULE,
  type DiscountsModuleService,
  readArticles,
  type Target,
  writeArticle,
} from "../../../../modules/discounts"
import { targetKey } from "../../../../rules/discounts"
import { invalidFields } from "../../../errors/invalid-fields"
import { targetTitles } from "../../answers/target-titles"

export interface SaveEligibilityInput {
  targets: Target[]
  /** Null: as the next wider level says. */
  order_discount_eligible: boolean | null
}

const FIELDS = ["order_discount_eligible"]

/** Saves all or none. Compensation: what was stored before. */
export const saveEligibilityStep = createStep(
  "discounts-save-eligibility",
  async ({ targets, order_discount_eligible }: SaveEligibilityInput, { container }) => {
    const { knex } = container.resolve<DiscountsModuleService>(DISCOUNTS_MODULE).db
    const titles = await targetTitles(container, targets)
    const problems = targets.flatMap((target, index) =>
      titles.has(targetKey(target))
        ? []
        : [{ field: `targets.${index}.target_id`, reason: `there is no ${target.level} "${target.target_id}"` }],
    )
    if (problems.length) {
      throw invalidFields("The articles were not saved", problems)
    }
    const stored = new Map((await readArticles(knex, targets)).map((one) => [targetKey(one), one]))
    const changes = targets.map((target) => {
      const before = stored.get(targetKey(target)) ?? null
      const kept = before ?? { id: generateEntityId(undefined, "dart"), costs: null, version: 0, changed_in: {} }
      return { before, after: { ...kept, ...target, order_discount_eligible }, fields: FIELDS }
    })
    await inTransaction(knex, async (trx) => {
      for (const change of changes) {
        await writeArticle(trx, change)
      }
    })
    return new StepResponse(changes.length, changes)
  },
  async (changes, { container }) => {
    const { knex } = container.resolve<DiscountsModuleService>(DISCOUNTS_MODULE).db
    await inTransaction(knex, async (trx) => {
      for (const { before, after, fields } of changes ?? []) {
        await writeArticle(trx, { before: after, after: before, fields })
      }
    })
  },
)
