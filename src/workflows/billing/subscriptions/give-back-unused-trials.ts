import type { MedusaContainer } from "@medusajs/framework/types"
import { giveBackTrials, type LockedSubscription } from "../../../modules/billing"
import { CORE_MODULE, type CoreModuleService, type Database } from "../../../modules/core"
import { isTrialUnused } from "../../../rules/billing"
import type { CivilDate } from "../../../rules/calendar"

/** Gives the trials of purchases back that were undone before they began, in the transaction that undoes them (B14). */
export async function giveBackUnusedTrials(
  container: MedusaContainer,
  trx: Database,
  { undone, asOf }: { undone: readonly LockedSubscription[]; asOf: CivilDate },
): Promise<void> {
  const core = container.resolve<CoreModuleService>(CORE_MODULE)
  const lines: string[] = []
  for (const { row, items } of undone) {
    const startedOn = await core.dateOf(row.created_at)
    if (isTrialUnused(row, { startedOn, asOf })) {
      lines.push(...items.flatMap(({ order_line_id }) => order_line_id ?? []))
    }
  }
  await giveBackTrials(trx, lines)
}
