import type { CallStatus, RemoteStatus, ServiceAction, ServiceStatus } from "../states"

/** What a service is shown as (S4): what the provider has confirmed, and what it was asked for. */
export function serviceStatus(
  remote: RemoteStatus,
  current: { action: ServiceAction; status: CallStatus } | null,
): ServiceStatus {
  if (remote === "terminated") {
    return "terminated"
  }
  if (current?.action === "terminate") {
    return "terminating"
  }
  if (remote === "none") {
    return current?.status === "failed" ? "failed" : "pending"
  }
  if (remote === "suspended") {
    return current?.action === "unsuspend" ? "resuming" : "suspended"
  }
  return current?.action === "suspend" ? "suspending" : "active"
}

/** What the provider has once a call has worked. */
export function remoteAfter(action: ServiceAction, before: RemoteStatus): RemoteStatus {
  switch (action) {
    case "create":
    case "unsuspend":
      return "active"
    case "suspend":
      return "suspended"
    case "terminate":
      return "terminated"
    case "renew":
    case "change_package":
      return before
  }
}
