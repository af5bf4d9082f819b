import type { CivilDate } from "../../calendar"
import type { CallStatus, Hold, RemoteStatus, ServiceAction, ServiceSuspensionReason } from "../states"
import type { Entitlement } from "./entitlement"

/** The call that a service waits for, or that was given up. */
export interface CurrentCall {
  action: ServiceAction
  status: CallStatus
  /** Whether the provider may have heard of it. */
  wasTried: boolean
  /** It may have worked, and nobody knows. */
  isInDoubt: boolean
}

/** What is known of a service. */
export interface ServiceFacts {
  remote: RemoteStatus
  /** A creation was tried, and nobody knows that it did not work. */
  mayExist: boolean
  /** Set by an admin, lifted by an admin alone. */
  hold: Hold | null
  /** Of the service or of its customer. */
  neverSuspend: boolean
  /** Created by itself, or asked for by an admin. */
  isWanted: boolean
  /** Its sale is on hold, or was stopped. */
  isOnHold: boolean
  /** An admin has ended it. */
  isEnded: boolean
  /** As the provider was told last. */
  suspendedFor: ServiceSuspensionReason | null
  expiresOn: CivilDate | null
  packageKey: string
  /** The package that its provider would not make, or that staff is at; null: none. */
  heldUpPackage: string | null
  current: CurrentCall | null
}

export type ServiceDecision =
  /** It is as it should be, or on its way there. */
  | { kind: "keep" }
  /** Nothing is asked for: why. */
  | { kind: "wait"; why: "unpaid" | "on_hold" | "admin" | "never_suspend" | "running" }
  /** Nothing was ever made: it is over without a call. */
  | { kind: "close" }
  /** The current call is not wanted any more, and there is nothing in its place. */
  | { kind: "withdraw" }
  /** The provider is asked, in place of the current call. */
  | { kind: "call"; action: ServiceAction; reason: ServiceSuspensionReason | null }

/**
 * What is to be done so that a service becomes what its sale entitles to (S6). It depends on how things stand, never on the
 * events that led there: asked twice it says the same, and a lost event changes nothing. One thing at a time: the rule is asked
 * again when the call is over.
 */
export function decideService(service: ServiceFacts, entitlement: Entitlement): ServiceDecision {
  const { current, remote } = service
  if (remote === "terminated") {
    return current ? { kind: "withdraw" } : { kind: "keep" }
  }
  const wanted = wantedOf(service, entitlement)
  if (!current) {
    return "action" in wanted ? { kind: "call", ...wanted } : wanted
  }
  if ("action" in wanted && wanted.action === current.action) {
    return { kind: "keep" }
  }
  if (current.status === "running") {
    return { kind: "wait", why: "running" }
  }
  if (current.action === "terminate" && current.isInDoubt && remote !== "none") {
    // It may be gone: nothing of it is resumed, and what is sold on is made anew.
    return { kind: "keep" }
  }
  return "action" in wanted
    ? inPlaceOf(current, { service, wanted })
    : wanted.kind === "close"
      ? wanted
      : withoutNeed(current, service)
}

interface Wanted {
  action: ServiceAction
  reason: ServiceSuspensionReason | null
}

const ask = (action: ServiceAction, reason: ServiceSuspensionReason | null = null): Wanted => ({ action, reason })

/** Without a look at the current call. */
function wantedOf(service: ServiceFacts, entitlement: Entitlement): Wanted | ServiceDecision {
  const { standing } = entitlement
  if (service.isEnded || standing === "ended" || standing === "ended_overdue") {
    return ended(service, entitlement)
  }
  if (service.remote === "none") {
    if (standing !== "running") {
      return { kind: "wait", why: "unpaid" }
    }
    if (service.isOnHold || service.hold) {
      return { kind: "wait", why: "on_hold" }
    }
    return service.isWanted ? ask("create") : { kind: "wait", why: "admin" }
  }
  const reason = suspensionOf(service, entitlement)
  if (service.remote === "active" && reason) {
    return ask("suspend", reason)
  }
  const isSuspendedByHand = service.suspendedFor !== null && service.suspendedFor !== "overdue"
  if (service.remote === "suspended" && !reason && (standing !== "unpaid" || isSuspendedByHand)) {
    return ask("unsuspend")
  }
  return maintained(service, entitlement)
}

/** Package and expiry of what runs. A package that is held up holds up no renewal: what is paid on is told before it. */
function maintained(service: ServiceFacts, { packageKey, paidUntil }: Entitlement): Wanted | ServiceDecision {
  const isDue = service.expiresOn !== paidUntil
  if (service.packageKey !== packageKey && !(isDue && service.heldUpPackage === packageKey)) {
    return ask("change_package")
  }
  return isDue ? ask("renew") : { kind: "keep" }
}

/** Suspension comes before termination, and what is never suspended is not ended for what is owed. */
function ended(service: ServiceFacts, entitlement: Entitlement): Wanted | ServiceDecision {
  if (service.remote === "none") {
    return service.mayExist ? ask("terminate") : { kind: "close" }
  }
  if (!service.isEnded && entitlement.standing === "ended_overdue" && service.remote === "active") {
    return service.neverSuspend ? { kind: "wait", why: "never_suspend" } : ask("suspend", "overdue")
  }
  return ask("terminate")
}

/** Why it has to be suspended; null: it has not. */
export function suspensionOf(
  { hold, neverSuspend }: Pick<ServiceFacts, "hold" | "neverSuspend">,
  { standing, hasOverdueInvoice }: Pick<Entitlement, "standing" | "hasOverdueInvoice">,
): ServiceSuspensionReason | null {
  if (hold) {
    return hold
  }
  if (standing === "overdue") {
    return hasOverdueInvoice && !neverSuspend ? "overdue" : null
  }
  if (standing === "held") {
    return "manual"
  }
  return standing === "paused" ? "paused" : null
}

/** Takes the place of a call that nobody is making; what that may have done is undone first, where it would stay. */
function inPlaceOf(
  current: CurrentCall,
  { service, wanted }: { service: ServiceFacts; wanted: Wanted },
): ServiceDecision {
  const undo = wanted.action === "renew" || wanted.action === "change_package" ? undoOf(current, service) : null
  return undo ? undone(current, undo) : { kind: "call", ...wanted }
}

/** Nothing is wanted of the provider any more. */
function withoutNeed(current: CurrentCall, service: ServiceFacts): ServiceDecision {
  const undo = undoOf(current, service)
  if (undo) {
    return undone(current, undo)
  }
  const setsWhatIs = current.action === "renew" || current.action === "change_package"
  return setsWhatIs && current.wasTried ? { kind: "keep" } : { kind: "withdraw" }
}

const undone = (current: CurrentCall, undo: Wanted): ServiceDecision =>
  undo.action === current.action ? { kind: "keep" } : { kind: "call", ...undo }

/** What a call that may have worked has to be followed by, so that the provider has what is known; null: nothing. */
function undoOf({ action, wasTried }: CurrentCall, { remote, suspendedFor }: ServiceFacts): Wanted | null {
  if (remote === "active" && (action === "unsuspend" || (action === "suspend" && wasTried))) {
    return ask("unsuspend")
  }
  return remote === "suspended" && (action === "suspend" || (action === "unsuspend" && wasTried))
    ? ask("suspend", suspendedFor)
    : null
}
