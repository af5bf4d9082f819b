import type { CallStatus, ServiceStatus } from "../../../rules/provisioning/states"
import type { StateColor } from "../billing/state-colors"

/** Green: as it should be. Blue: on its way. Orange: waits for somebody. Red: went wrong. Grey: over. */
export const SERVICE_COLORS: Record<ServiceStatus, StateColor> = {
  pending: "orange",
  active: "green",
  suspending: "blue",
  suspended: "orange",
  resuming: "blue",
  terminating: "blue",
  terminated: "grey",
  failed: "red",
}

export const CALL_COLORS: Record<CallStatus, StateColor> = {
  waiting: "blue",
  running: "blue",
  awaiting_staff: "orange",
  succeeded: "green",
  failed: "red",
  superseded: "grey",
}
