import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  BILLING_MODULE,
  type BillingModuleService,
  type ChangeContext,
  changeSubscription,
  type LockedSubscription,
  setItemUnits,
  withLockedSubscriptions,
} from "../../../../modules/billing"
import type { Database } from "../../../../modules/core"
import { retainedUntil, retentionChange, type RetentionOffer } from "../../../../rules/billing"
import { renewalDiscounts } from "../../renewals/renewal-discounts"
import { requireOwner } from "../../subscriptions/change-one-subscription"
import { requireVersion } from "../../subscriptions/require-version"
import { takeBackEnd } from "../../price-changes/take-back-end"
import { readRetentionSettings } from "../read-retention-settings"
import { requireNoneBilled } from "../scheduled-terms"

export interface RetainSubscriptionInput extends ChangeContext {
  id: string
  /** What was shown: where another is offered by now, nothing is taken. */
  kind: RetentionOffer["kind"]
  version?: number | undefined
  /** The customer who must own it; admins leave it out. */
  customer_id?: string
}

/** Takes what is offered instead of a cancellation, in one transaction, so the step needs no compensation. */
export const retainSubscriptionStep = createStep(
  "billing-retain-subscription",
  async (input: RetainSubscriptionInput, { container }) => {
    const {
      db: { knex },
      options: { invoiceDaysBefore },
    } = container.resolve<BillingModuleService>(BILLING_MODULE)
    const retaining = { settings: await readRetentionSettings(container), asOf: input.as_of, invoiceDaysBefore }
    await withLockedSubscriptions(knex, [input.id], async (trx, locked) => {
      for (const subscription of locked) {
        const { row } = subscription
        requireOwner(row, input)
        await requireVersion(trx, row, input.version)
        await requireNoneBilled(trx, row)
        const answer = retentionChange(row, retaining)
        if (!answer.ok || answer.offer.kind !== input.kind) {
          const reason = answer.ok ? "Another offer is made by now: look at it again" : answer.reason
          throw new MedusaError(MedusaError.Types.NOT_ALLOWED, reason)
        }
        await takeBackEnd(trx, input)
        if (answer.offer.kind === "discount") {
          await discount(trx, subscription, answer.offer)
        }
        await changeSubscription(trx, { row, change: answer.change }, input)
      }
    })
    return new StepResponse({ id: input.id })
  },
)

/** All that is in it costs less, by the terms that its other discounts have. */
async function discount(
  trx: Database,
  { row, items }: LockedSubscription,
  { percent, cycles }: Extract<RetentionOffer, { kind: "discount" }>,
): Promise<void> {
  const name = /^fr\b/i.test(row.locale ?? "") ? "Remise de fidélité" : "Loyalty discount"
  const terms = renewalDiscounts.get().granted({ name, percent, untilCycle: retainedUntil(row, cycles) })
  for (const { id, quantity, discounts } of items) {
    await setItemUnits(trx, { id, quantity, discounts: [...discounts, terms] })
  }
}
