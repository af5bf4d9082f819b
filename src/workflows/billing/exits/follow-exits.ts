import type { MedusaContainer } from "@medusajs/framework/types"
import {
  BILLING_MODULE,
  type BillingModuleService,
  claimExitRequests,
  type ExitRequestRow,
  finishExitMail,
  moveExitRequest,
} from "../../../modules/billing"
import { waitAfterFailure } from "../../../rules/billing"
import type { CivilDate } from "../../../rules/calendar"
import { oneLine } from "../../../rules/text"
import { toError } from "../../errors/to-error"
import { cancelSubscriptionWorkflow } from "../subscriptions/cancel-subscription"
import { endOfSubscription } from "./end-of-subscription"
import { sendExitMail } from "./send-exit-mail"

const BATCH = 50
/** A lost worker's are taken over after this. */
const LEASE_SECONDS = 120

/**
 * Carries out what was declared and needs no admin, and sends what acknowledges it: right after it was received, and by the
 * job where that was interrupted. Any number of processes share the work.
 */
export async function followExits(container: MedusaContainer, asOf: CivilDate, id?: string): Promise<void> {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  for (const claimed of await claimExitRequests(knex, { limit: BATCH, seconds: LEASE_SECONDS, id })) {
    const row = claimed.status === "planned" ? await carryOut(container, claimed, asOf) : claimed
    await acknowledge(container, row)
  }
}

/** Cancels for the end of the period. What the rule refuses is an admin's; what is canceled already needs nothing more. */
async function carryOut(container: MedusaContainer, row: ExitRequestRow, asOf: CivilDate): Promise<ExitRequestRow> {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  const id = row.subscription_id ?? ""
  let note: string | null = null
  if ((await endOfSubscription(knex, id)) === null) {
    const { errors } = await cancelSubscriptionWorkflow(container).run({
      input: { id, when: "period_end", reason: `exit page: ${row.id}`, as_of: asOf, actor: "system" },
      throwOnError: false,
    })
    note = errors.length ? oneLine(toError(errors[0]?.error).message) : null
  }
  const ends_on = await endOfSubscription(knex, id)
  const move =
    ends_on === null
      ? ({ status: "open", left_for: "refused_by_rule", note } as const)
      : ({ status: "carried_out", ends_on, handled_by: "system", handled_on: asOf } as const)
  await moveExitRequest(knex, { id: row.id, from: ["planned"], ...move })
  return { ...row, ...move }
}

async function acknowledge(container: MedusaContainer, row: ExitRequestRow): Promise<void> {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  try {
    await sendExitMail(container, row)
    await finishExitMail(knex, row, { status: "sent" })
  } catch (error) {
    const minutes = waitAfterFailure(row.mail_failures + 1)
    await finishExitMail(knex, row, { status: "failed", reason: oneLine(toError(error).message), minutes })
  }
}
