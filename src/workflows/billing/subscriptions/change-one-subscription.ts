import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import {
  BILLING_MODULE,
  type BillingModuleService,
  type ChangeContext,
  type SubscriptionRecord,
  changeSubscription,
  withLockedSubscriptions,
} from "../../../modules/billing"
import type { Database } from "../../../modules/core"
import type { BillingOptions } from "../../../options"
import type { ChangeAnswer } from "../../../rules/billing"
import { requireVersion } from "./require-version"

export interface ChangeRequest extends ChangeContext {
  id: string
  customer_id?: string
  /** The version that it was decided on; left out: whatever it is. */
  version?: number | undefined
}

/** What is to be done with a locked subscription, by all that the rule needs. */
type Decide = (row: SubscriptionRecord, options: BillingOptions, trx: Database) => ChangeAnswer | Promise<ChangeAnswer>

/**
 * Decides a subscription's change and writes it while its row is locked, so that of two concurrent changes the second
 * sees the result of the first. Throws NOT_ALLOWED with the reason where it is refused.
 */
export async function changeOneSubscription(
  container: MedusaContainer,
  request: ChangeRequest,
  decide: Decide,
): Promise<{ id: string }> {
  await changeSubscriptions(container, { ...request, others: [] }, decide)
  return { id: request.id }
}

/** The same with others, all or none of them. The version is of the one that was asked for. */
export async function changeSubscriptions(
  container: MedusaContainer,
  request: ChangeRequest & { others: string[] },
  decide: Decide,
): Promise<void> {
  const {
    db: { knex },
    options,
  } = container.resolve<BillingModuleService>(BILLING_MODULE)
  await withLockedSubscriptions(knex, [request.id, ...request.others], async (trx, locked) => {
    for (const { row } of locked) {
      requireOwner(row, request)
      await requireVersion(trx, row, row.id === request.id ? request.version : undefined)
      const answer = await decide(row, options, trx)
      if (!answer.ok) {
        throw new MedusaError(MedusaError.Types.NOT_ALLOWED, answer.reason)
      }
      await changeSubscription(trx, { row, change: answer.change }, request)
    }
  })
}

/** Another customer's subscription is not found, as if there were none. */
export function requireOwner(
  row: SubscriptionRecord,
  { id, customer_id }: { id: string; customer_id?: string | undefined },
): void {
  if (customer_id !== undefined && row.customer_id !== customer_id) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Subscription with id: ${id} was not found`)
  }
}
