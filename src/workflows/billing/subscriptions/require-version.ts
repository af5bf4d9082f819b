import type { SubscriptionRecord } from "../../../modules/billing"
import { timelineOf, type Database } from "../../../modules/core"
import { timeLineProblems } from "../../../rules/versions"
import { invalidFields } from "../../errors/invalid-fields"

/** Refuses a change of a locked subscription that was decided on an earlier version, and names what happened since. */
export async function requireVersion(
  trx: Database,
  { id, display_id }: SubscriptionRecord,
  version: number | undefined,
): Promise<void> {
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
