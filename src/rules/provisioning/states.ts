/** Every list of states of the provisioning room, written once: database, contracts and types are made from these. */

/** What a service is shown as (S4). `suspending`, `resuming` and `terminating` last until the provider has confirmed it. */
export const SERVICE_STATUSES = [
  "pending",
  "active",
  "suspending",
  "suspended",
  "resuming",
  "terminating",
  "terminated",
  "failed",
] as const
export type ServiceStatus = (typeof SERVICE_STATUSES)[number]

/** What is known to exist at the provider. */
export const REMOTE_STATUSES = ["none", "active", "suspended", "terminated"] as const
export type RemoteStatus = (typeof REMOTE_STATUSES)[number]

/** Why an admin holds a service suspended; no payment lifts it. */
export const HOLDS = ["manual", "abuse"] as const
export type Hold = (typeof HOLDS)[number]

/** Why a service is suspended. `paused`: its subscription is. */
export const SERVICE_SUSPENSION_REASONS = ["overdue", ...HOLDS, "paused"] as const
export type ServiceSuspensionReason = (typeof SERVICE_SUSPENSION_REASONS)[number]

/** What a provider is asked to do. */
export const SERVICE_ACTIONS = ["create", "suspend", "unsuspend", "renew", "change_package", "terminate"] as const
export type ServiceAction = (typeof SERVICE_ACTIONS)[number]

/**
 * `awaiting_staff`: a person does it, and says so. `failed`: given up, until an admin has it delivered again.
 * `superseded`: something else is wanted meanwhile.
 */
export const CALL_STATUSES = ["waiting", "running", "awaiting_staff", "succeeded", "failed", "superseded"] as const
export type CallStatus = (typeof CALL_STATUSES)[number]

/** A service has at most one call in these. */
export const CURRENT_CALL_STATUSES = ["waiting", "running", "awaiting_staff", "failed"] as const satisfies CallStatus[]

/** How one attempt ended. `unknown`: it may have worked. */
export const ATTEMPT_OUTCOMES = ["done", "pending", "staff", "temporary", "refused", "unknown"] as const
export type AttemptOutcome = (typeof ATTEMPT_OUTCOMES)[number]

/** In which order the servers of a group are filled (S8). */
export const FILL_RULES = ["least_used", "first_free"] as const
export type FillRule = (typeof FILL_RULES)[number]
