import type { CivilDate } from "../../calendar"

/** A time line entry for a change made by the plugin. */
export interface SystemEntry {
  subscription_id: string
  type: string
  as_of: CivilDate
  actor: "system"
  data: Record<string, unknown>
}

export const systemEntry = (
  subscriptionId: string,
  type: string,
  asOf: CivilDate,
  data: Record<string, unknown>,
): SystemEntry => ({ subscription_id: subscriptionId, type, as_of: asOf, actor: "system", data })
