import { MedusaError } from "@medusajs/framework/utils"
import type { SubscriptionRecord } from "../../../modules/billing"
import { timelineOf, type Database } from "../../../modules/core"
import { timeLineProblems } from "../../../rules/versions"
import { invalidFields } from "../../errors/invalid-fields"

/**
 * Refuses a change of a locked subscription while another one is being made, or that was decided on an earlier version, and
 * names what happened since.
 */
export async function requireVersion(
  trx: Database,
  { id, display_id, change_id = null }: SubscriptionRecord,
  version: number | undefined,
): Promise<void> {
  if (change_id !== null) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `Subscription #${display_id} is being changed just now; try again in a minute`,
    )
  }
  if (version === undefined) {
    return
  }
  const entries = await timelineOf(trx, { subject: "subscription", id })
  const problems = timeLineProblems(
    version,
    entries.map(({ type }) => type),
  )
  if (problems.length) {
    throw invalidFields(`Subscription #${display_id} was not changed`, problems)
  }
}
