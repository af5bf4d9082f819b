import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  BILLING_MODULE,
  type BillingModuleService,
  type ChangeContext,
  changeSubscription,
  latestPriceChange,
  movePriceChange,
  toPriceChangeFacts,
  withLockedSubscriptions,
} from "../../../../modules/billing"
import { decideReply, type PriceChangeReply } from "../../../../rules/billing"
import { requireOwner } from "../../subscriptions/change-one-subscription"
import { closeWithoutConsent } from "../settle-price-changes"

export interface AnswerPriceChangeInput extends ChangeContext {
  /** The subscription. */
  id: string
  reply: PriceChangeReply
  /** The one that was shown; left out: the latest. */
  price_change_id?: string | undefined
  /** The customer who must own it; admins leave it out. */
  customer_id?: string
}

/** Records a customer's answer to a new price, in one transaction. The same answer twice is one. */
export const answerPriceChangeStep = createStep(
  "billing-answer-price-change",
  async (input: AnswerPriceChangeInput, { container }) => {
    const { db, options } = container.resolve<BillingModuleService>(BILLING_MODULE)
    await withLockedSubscriptions(db.knex, [input.id], async (trx, locked) => {
      for (const { row } of locked) {
        requireOwner(row, input)
        const change = await latestPriceChange(trx, row.id)
        if (!change || (input.price_change_id !== undefined && change.id !== input.price_change_id)) {
          throw new MedusaError(MedusaError.Types.NOT_ALLOWED, "No answer is asked for: there is no such new price")
        }
        const decision = decideReply(toPriceChangeFacts(change), { reply: input.reply, asOf: input.as_of })
        if (decision.kind === "refuse") {
          throw new MedusaError(MedusaError.Types.NOT_ALLOWED, decision.reason)
        }
        if (decision.kind === "known") {
          continue
        }
        if (decision.status === "refused") {
          const answer = { row, change, status: decision.status, settings: options, answeredBy: input.actor }
          await closeWithoutConsent(trx, answer, input)
          continue
        }
        const patch = { status: decision.status, answered_on: input.as_of, answered_by: input.actor }
        if (await movePriceChange(trx, { id: change.id, from: change.status }, patch)) {
          const data = { price_change_id: change.id, from_cycle_on: change.effective_on }
          await changeSubscription(trx, { row, change: { type: "price_change_accepted", patch: {}, data } }, input)
        }
      }
    })
    return new StepResponse({ id: input.id })
  },
)
