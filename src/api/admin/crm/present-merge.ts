import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { MergePreviewAnswer } from "../../../contracts/customers/merging"
import type { PlannedMerge } from "../../../workflows/customers/merging/plan-merge"
import { presentProfile, shownOn } from "./present-profile"

/** What a merge would do, as the admin sees it. */
export async function presentMerge(
  container: MedusaContainer,
  { plan, winner, loser }: PlannedMerge,
): Promise<MergePreviewAnswer> {
  const shown = await shownOn(container)
  const { moves } = plan
  return {
    winner: presentProfile(winner, shown),
    loser: presentProfile(loser, shown),
    filled: plan.filled.map((field) => ({ field, value: plan.fields[field] ?? "" })),
    differing: plan.differing,
    moves: {
      notes: moves.notes,
      follow_ups: moves.followUps,
      temperature_changes: moves.temperatureChanges,
      time_line_entries: moves.timeLineEntries,
    },
    revoked_links: plan.revokedLinks,
    log_in_stays: plan.logInStays === null ? null : await logIn(container, plan.logInStays),
  }
}

async function logIn(container: MedusaContainer, id: string): Promise<MergePreviewAnswer["log_in_stays"]> {
  const [customer] = await container.resolve(Modules.CUSTOMER).listCustomers({ id }, { select: ["id", "email"] })
  return { id, email: customer?.email ?? null, has_account: true }
}
