import type { ServiceAction } from "../states"

/**
 * What a provider is asked before a call is made. `lookup`: whether what was asked for exists. `status`: whether it already is
 * as it is to be. null: nothing.
 */
export type FirstQuestion = "lookup" | "status" | null

/**
 * A call that may have worked is asked about before it is made again (S5). So is a termination of what may never have been made.
 */
export function firstQuestion(call: { action: ServiceAction; isInDoubt: boolean; isKnown: boolean }): FirstQuestion {
  if (call.action === "create") {
    return call.isInDoubt ? "lookup" : null
  }
  if (!call.isKnown) {
    return "lookup"
  }
  const hasState = call.action === "suspend" || call.action === "unsuspend" || call.action === "terminate"
  return call.isInDoubt && hasState ? "status" : null
}

/** The state that an action leads to; null: it changes none. */
export function goalOf(action: ServiceAction): "active" | "suspended" | "terminated" | null {
  switch (action) {
    case "suspend":
      return "suspended"
    case "unsuspend":
      return "active"
    case "terminate":
      return "terminated"
    case "create":
    case "renew":
    case "change_package":
      return null
  }
}
