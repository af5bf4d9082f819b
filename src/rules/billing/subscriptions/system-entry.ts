import type { CivilDate } from "../../calendar"

/** An entry of a subscription's time line for what the plugin did by itself. */
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
