import type { CallRow, ServiceRow } from "../../../modules/provisioning"
import { CURRENT_CALL_STATUSES, decideService } from "../../../rules/provisioning"
import { entitlementOf, factsOf } from "./settle-services"

/** Why nothing is asked of a provider now, by the rule that decides it; null: something is, or all is as it is to be. */
export function waitOf(
  service: ServiceRow & { customer_never_suspend: boolean },
  calls: readonly CallRow[],
): "unpaid" | "on_hold" | "held" | "admin" | "never_suspend" | null {
  const current = calls.find(({ status }) => CURRENT_CALL_STATUSES.some((one) => one === status))
  const row = {
    ...service,
    call_id: current?.id ?? null,
    call_action: current?.action ?? null,
    call_status: current?.status ?? null,
    call_attempts: current?.attempts ?? null,
    call_in_doubt: current !== undefined && (current.is_in_doubt || current.attempts > current.settled_attempts),
  }
  const decision = decideService(factsOf(row), entitlementOf(row))
  if (decision.kind !== "wait" || decision.why === "running") {
    return null
  }
  if (decision.why === "unpaid" && service.standing !== "unpaid") {
    // How its sale stands says it.
    return null
  }
  return decision.why === "on_hold" && service.hold ? "held" : decision.why
}
