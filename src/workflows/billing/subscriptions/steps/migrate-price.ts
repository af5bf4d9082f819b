import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  BILLING_MODULE,
  type BillingModuleService,
  type LockedSubscription,
  type SubscriptionRecord,
  changeSubscription,
  readSubscriptions,
  toSubscriptionFacts,
  withLockedSubscriptions,
} from "../../../../modules/billing"
import { amountColumns } from "../../../../modules/core"
import { decidePriceMigration } from "../../../../rules/billing"
import { loadCurrentPrices, type CurrentPrices } from "../../offers/current-prices"
import type { MigratePriceInput, PriceChange, PriceMigrationResult } from "../migrate-price"

/** Says what changes for whom and, unless it is a dry run, does it; all of them in one transaction. */
export const migratePriceStep = createStep("billing-migrate-price", async (input: MigratePriceInput, { container }) => {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  const ids = [...new Set(input.ids)]
  if (input.dry_run) {
    const subscriptions = await readSubscriptions(knex, ids)
    return new StepResponse(decide(subscriptions, await loadCurrentPrices(container, subscriptions)))
  }
  const result = await withLockedSubscriptions(knex, ids, async (trx, locked) => {
    const decided = decide(locked, await loadCurrentPrices(container, locked))
    for (const change of decided.changes) {
      await write(trx, { change, locked, input })
    }
    return decided
  })
  return new StepResponse(result)
})

function decide(subscriptions: LockedSubscription[], prices: CurrentPrices): PriceMigrationResult {
  const result: PriceMigrationResult = { changes: [], unchanged: [] }
  for (const { row, items } of subscriptions) {
    for (const item of items) {
      const decision = decidePriceMigration(toSubscriptionFacts(row), {
        sold: { amount: item.unit_price, isTaxInclusive: item.is_tax_inclusive },
        current: prices.get(item.id) ?? null,
      })
      const at = { subscription_id: row.id, item_id: item.id }
      if (decision.kind === "keep") {
        result.unchanged.push({ ...at, reason: decision.reason })
      } else {
        result.changes.push({
          ...at,
          title: item.title,
          quantity: item.quantity,
          currency_code: row.currency_code,
          from: decision.from.amount,
          to: decision.to.amount,
          is_tax_inclusive: decision.to.isTaxInclusive,
          from_cycle_on: decision.fromCycleOn,
        })
      }
    }
  }
  return result
}

interface Writing {
  change: PriceChange
  locked: { row: SubscriptionRecord }[]
  input: MigratePriceInput
}

async function write(trx: Knex.Transaction, { change, locked, input }: Writing): Promise<void> {
  await trx("billing_subscription_item")
    .where({ id: change.item_id })
    .update({
      ...amountColumns("unit_price", change.to),
      is_tax_inclusive: change.is_tax_inclusive,
      updated_at: trx.fn.now(),
    })
  const row = locked.find((one) => one.row.id === change.subscription_id)?.row
  if (row) {
    const { item_id, from, to, from_cycle_on } = change
    const data = { item_id, from, to, from_cycle_on }
    await changeSubscription(trx, { row, change: { type: "price_migrated", patch: {}, data } }, input)
  }
}
