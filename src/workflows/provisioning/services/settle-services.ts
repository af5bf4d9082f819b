import {
  changeService,
  insertCalls,
  lockServices,
  supersedeCall,
  type LockedService,
  type NewCall,
  type ServiceChange,
} from "../../../modules/provisioning"
import { addOutboxEvents, addTimeline, type Actor, type Database } from "../../../modules/core"
import type { CivilDate } from "../../../rules/calendar"
import {
  decideService,
  serviceStatus,
  suspensionOf,
  type Entitlement,
  type ProvisioningEventName,
  type ServiceDecision,
  type ServiceFacts,
} from "../../../rules/provisioning"

export interface Settling {
  asOf: CivilDate
  actor: Actor
}

/**
 * Asks the rule what each of these services needs, and records the calls, in the caller's transaction. Nobody is called yet.
 * Returns how many calls are new.
 */
export async function settleServices(
  trx: Database,
  by: { ids: readonly string[] } | { orderId: string },
  settling: Settling,
): Promise<number> {
  const calls: NewCall[] = []
  for (const row of await lockServices(trx, by)) {
    calls.push(...(await settle(trx, { row, change: {} }, settling)))
  }
  await insertCalls(trx, calls)
  return calls.length
}

/** Writes what a call that has worked changed of a locked service, and what is to be done next, in one. */
export async function settleAfterCall(
  trx: Database,
  { service, change }: { service: LockedService; change: ServiceChange },
  settling: Settling,
): Promise<void> {
  const over = { call_id: null, call_action: null, call_status: null, call_attempts: null }
  await insertCalls(trx, await settle(trx, { row: { ...service, ...change, ...over }, change }, settling))
}

interface ToSettle {
  row: LockedService
  /** What the row says already, and the database does not. */
  change: ServiceChange
}

async function settle(trx: Database, { row, change }: ToSettle, { asOf, actor }: Settling): Promise<NewCall[]> {
  const decision = decideService(factsOf(row), entitlementOf(row))
  if (row.call_id && (decision.kind === "call" || decision.kind === "withdraw" || decision.kind === "close")) {
    await supersedeCall(trx, row.call_id)
  }
  if (decision.kind === "close") {
    const entry = { room: "provisioning", subject: "service", subject_id: row.id, type: "closed", data: {} }
    await addTimeline(trx, [{ ...entry, as_of: asOf, actor }])
    const { id, order_id, product_id, provider_id } = row
    const data = { id, order_id, product_id, provider_id }
    await addOutboxEvents(trx, [{ name: "provisioning.service.closed" satisfies ProvisioningEventName, data }])
  }
  const changes = { ...change, ...changeOf(row, decision) }
  if (Object.keys(changes).length) {
    await changeService(trx, row.id, changes)
  }
  return decision.kind === "call"
    ? [{ service_id: row.id, action: decision.action, server_id: row.server_id, asked_by: actor }]
    : []
}

export function factsOf(row: LockedService): ServiceFacts {
  return {
    remote: row.remote,
    mayExist: row.may_exist,
    hold: row.hold,
    neverSuspend: row.never_suspend || row.customer_never_suspend,
    isWanted: row.is_wanted,
    isOnHold: row.is_on_hold,
    isEnded: row.is_ended,
    suspendedFor: row.suspended_for,
    expiresOn: row.expires_on,
    packageKey: row.package_key,
    heldUpPackage: row.held_up_package_key,
    current:
      row.call_action && row.call_status
        ? {
            action: row.call_action,
            status: row.call_status,
            wasTried: (row.call_attempts ?? 0) > 0,
            isInDoubt: row.call_in_doubt,
          }
        : null,
  }
}

export const entitlementOf = (row: LockedService): Entitlement => ({
  standing: row.standing,
  hasOverdueInvoice: row.has_overdue_invoice,
  paidUntil: row.paid_until,
  packageKey: row.wanted_package_key,
})

/** What a decision changes of the service itself: how it is shown, and why. */
function changeOf(row: LockedService, decision: ServiceDecision): ServiceChange {
  const remote = decision.kind === "close" ? "terminated" : row.remote
  const current = currentAfter(row, decision)
  const reason = suspensionOf(factsOf(row), entitlementOf(row))
  const wanted: ServiceChange = {
    remote,
    status: serviceStatus(remote, current),
    // Suspended already, for another reason now: it is said, and nobody is called.
    suspended_for: remote === "suspended" && reason ? reason : row.suspended_for,
    problem: current && decision.kind !== "call" ? row.problem : null,
  }
  return Object.fromEntries(
    Object.entries(wanted).filter(([column, value]) => row[column as keyof LockedService] !== value),
  )
}

function currentAfter(row: LockedService, decision: ServiceDecision): Parameters<typeof serviceStatus>[1] {
  if (decision.kind === "call") {
    return { action: decision.action, status: "waiting" }
  }
  return decision.kind === "withdraw" || decision.kind === "close" || !row.call_action || !row.call_status
    ? null
    : { action: row.call_action, status: row.call_status }
}
