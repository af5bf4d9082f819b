import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  BILLING_MODULE,
  type BillingModuleService,
  type ChangeContext,
  changeSubscription,
  type LockedSubscription,
  movePriceChange,
  openPriceChanges,
  type PriceChangeRecord,
  priceChangesToSettle,
  readSubscriptions,
  scheduledChanges,
  toPriceChangeFacts,
  withLockedSubscriptions,
} from "../../../modules/billing"
import { type Database, inTransaction } from "../../../modules/core"
import { endWithoutConsent, isTimeUp, settlePriceChange } from "../../../rules/billing"
import type { CivilDate } from "../../../rules/calendar"
import { toError } from "../../errors/to-error"
import { writePrice } from "./write-price-changes"

interface Settings {
  invoiceDaysBefore: number
}

/**
 * What has come due of new prices: one that holds becomes the subscription's own, and the time for an answer runs out. A
 * second run finds nothing. One that fails holds up no other.
 */
export async function settleDuePriceChanges(container: MedusaContainer, asOf: CivilDate): Promise<void> {
  const { db, options } = container.resolve<BillingModuleService>(BILLING_MODULE)
  for (const id of await priceChangesToSettle(db.knex, asOf)) {
    try {
      await withLockedSubscriptions(db.knex, [id], (trx, locked) => settle(trx, { locked, asOf, settings: options }))
    } catch (error) {
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .error(`The new price of subscription ${id} could not be settled: ${toError(error).message}`)
    }
  }
}

/** The same for subscriptions that this worker has claimed, before they are billed. */
export async function settlePriceChangesOf(
  container: MedusaContainer,
  { ids, asOf }: { ids: string[]; asOf: CivilDate },
): Promise<void> {
  const { db, options } = container.resolve<BillingModuleService>(BILLING_MODULE)
  const open = await openPriceChanges(db.knex, ids)
  for (const { subscription_id } of open.filter((change) => isTimeUp(toPriceChangeFacts(change), asOf))) {
    await inTransaction(db.knex, async (trx) => {
      await settle(trx, { locked: await readSubscriptions(trx, [subscription_id]), asOf, settings: options })
    })
  }
}

async function settle(
  trx: Database,
  { locked, asOf, settings }: { locked: LockedSubscription[]; asOf: CivilDate; settings: Settings },
): Promise<void> {
  const context: ChangeContext = { as_of: asOf, actor: "system" }
  for (const subscription of locked) {
    for (const change of await openPriceChanges(trx, [subscription.row.id])) {
      await settleOne(trx, { subscription, change, settings }, context)
    }
  }
}

async function settleOne(
  trx: Database,
  {
    subscription,
    change,
    settings,
  }: { subscription: LockedSubscription; change: PriceChangeRecord; settings: Settings },
  context: ChangeContext,
): Promise<void> {
  const { row, items } = subscription
  const parts = change.changes.flatMap((one) => one.parts)
  const isToChange = (await scheduledChanges(trx, [row.id])).length > 0
  const decision = settlePriceChange(toPriceChangeFacts(change), { row, items, parts, isToChange }, context.as_of)
  switch (decision.kind) {
    case "wait":
      return
    case "withdraw":
      return withdrawPriceChange(trx, { row, change, reason: decision.reason }, context)
    case "unanswered":
      return closeWithoutConsent(trx, { row, change, status: "unanswered", settings }, context)
    case "apply": {
      if (await movePriceChange(trx, { id: change.id, from: change.status }, { status: "applied" })) {
        for (const one of change.changes) {
          await writePrice(trx, { row, change: one }, context)
        }
      }
    }
  }
}

/** A new price that will never hold, as its customer did not agree to it. What is to end then, ends with the old price. */
export async function closeWithoutConsent(
  trx: Database,
  {
    row,
    change,
    status,
    settings,
    answeredBy = null,
  }: {
    row: LockedSubscription["row"]
    change: PriceChangeRecord
    status: "refused" | "unanswered"
    settings: Settings
    answeredBy?: string | null
  },
  context: ChangeContext,
): Promise<void> {
  const end = change.without_consent === "end" ? endWithoutConsent(row, change.effective_on, settings) : null
  const answered = answeredBy === null ? {} : { answered_on: context.as_of, answered_by: answeredBy }
  const patch = { status, ends_on: end?.patch.cancel_on ?? null, ...answered }
  if (!(await movePriceChange(trx, { id: change.id, from: change.status }, patch))) {
    return
  }
  const data = { price_change_id: change.id, without_consent: change.without_consent }
  const type = `price_change_${status}` as const
  await changeSubscription(trx, { row, change: { type, patch: {}, data } }, context)
  if (end) {
    await changeSubscription(trx, { row, change: end }, context)
  }
}

/** A new price that was told, and will not hold. Told once. */
export async function withdrawPriceChange(
  trx: Database,
  { row, change, reason }: { row: LockedSubscription["row"]; change: PriceChangeRecord; reason: string },
  context: ChangeContext,
): Promise<void> {
  if (await movePriceChange(trx, { id: change.id, from: change.status }, { status: "withdrawn" })) {
    const data = { price_change_id: change.id, reason }
    await changeSubscription(trx, { row, change: { type: "price_change_withdrawn", patch: {}, data } }, context)
  }
}
