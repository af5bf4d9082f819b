import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  BILLING_MODULE,
  type BillingModuleService,
  type ChangeContext,
  type SubscriptionRecord,
  changeSubscription,
  readSubscriptions,
  setItemPrice,
  withLockedSubscriptions,
} from "../../../../modules/billing"
import type { Database } from "../../../../modules/core"
import { planPriceMigration, type PriceChange } from "../../../../rules/billing"
import { loadCurrentPrices } from "../../offers/current-prices"

export interface MigratePriceInput extends ChangeContext {
  ids: string[]
  /** true: only returns what would change. */
  dry_run: boolean
}

/** Returns what changes for whom and, unless it is a dry run, writes it, in one transaction. */
export const migratePriceStep = createStep("billing-migrate-price", async (input: MigratePriceInput, { container }) => {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  const ids = [...new Set(input.ids)]
  if (input.dry_run) {
    const subscriptions = await readSubscriptions(knex, ids)
    return new StepResponse(planPriceMigration(subscriptions, await loadCurrentPrices(container, subscriptions)))
  }
  const result = await withLockedSubscriptions(knex, ids, async (trx, locked) => {
    const decided = planPriceMigration(locked, await loadCurrentPrices(container, locked))
    for (const change of decided.changes) {
      await write(trx, { change, locked, input })
    }
    return decided
  })
  return new StepResponse(result)
})

interface Writing {
  change: PriceChange
  locked: { row: SubscriptionRecord }[]
  input: MigratePriceInput
}

async function write(trx: Database, { change, locked, input }: Writing): Promise<void> {
  for (const { item_id, to, is_tax_inclusive } of change.parts) {
    await setItemPrice(trx, { id: item_id, unitPrice: to, isTaxInclusive: is_tax_inclusive })
  }
  const row = locked.find((one) => one.row.id === change.subscription_id)?.row
  if (row) {
    const { item_id, from, to, from_cycle_on } = change
    const data = { item_id, from, to, from_cycle_on }
    await changeSubscription(trx, { row, change: { type: "price_migrated", patch: {}, data } }, input)
  }
}
