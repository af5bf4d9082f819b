import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { AttemptOutcome, CallAfter } from "../../../../rules/provisioning"
import { newId } from "../../../core"
import type { CallRow } from "./claim-calls"

export interface SettledAttempt {
  after: CallAfter
  outcome: AttemptOutcome
  reason: string | null
  /** Without secrets. */
  answer: unknown
  milliseconds: number
}

/** Writes how an attempt ended, unless another worker has taken the call over meanwhile. False then. */
export async function settleAttempt(
  trx: Knex,
  { id, attempts }: Pick<CallRow, "id" | "attempts">,
  { after, outcome, reason, answer, milliseconds }: SettledAttempt,
): Promise<boolean> {
  const written = await trx("provisioning_call")
    .where({ id, attempts, status: "running" })
    .update({
      status: after.status,
      is_in_doubt: after.isInDoubt,
      failures: after.failures,
      settled_attempts: attempts,
      reason,
      next_try_at: after.wait === null ? null : trx.raw("now() + make_interval(secs => ?)", [after.wait]),
      ended_at: after.status === "succeeded" ? trx.fn.now() : null,
      updated_at: trx.fn.now(),
    })
  if (written !== 1) {
    return false
  }
  await trx("provisioning_attempt").insert({
    id: newId("patt"),
    call_id: id,
    number: attempts,
    outcome,
    reason,
    answer: answer === null || answer === undefined ? null : JSON.stringify(answer),
    milliseconds,
  })
  return true
}

/**
 * Gives back a call that was claimed and not made: as if nobody had taken it, and not before an instant, or not at once again.
 */
export async function releaseCall(
  knex: Knex,
  { id, attempts }: Pick<CallRow, "id" | "attempts">,
  notBefore: Date | null = null,
): Promise<void> {
  await knex("provisioning_call")
    .where({ id, attempts, status: "running" })
    .update({
      status: "waiting",
      attempts: attempts - 1,
      next_try_at: notBefore ?? knex.raw("now() + interval '1 minute'"),
      updated_at: knex.fn.now(),
    })
}

/** Leaves a server alone for so many seconds. */
export async function restServer(trx: Knex, serverId: string, seconds: number): Promise<void> {
  await trx("provisioning_server")
    .where({ id: serverId })
    .update({ resting_until: trx.raw("greatest(resting_until, now() + make_interval(secs => ?))", [seconds]) })
}

/** Has a call made again that was given up, or that waits for staff. False where it is over, or being made. */
export async function retryCall(trx: Knex, id: string, actor: string): Promise<boolean> {
  const asked = await trx("provisioning_call")
    .where({ id })
    .whereIn("status", ["failed", "waiting", "awaiting_staff"])
    .update({
      status: "waiting",
      failures: 0,
      asked_by: actor,
      next_try_at: trx.fn.now(),
      updated_at: trx.fn.now(),
    })
  return asked === 1
}

/** A person has done what a call asked for at its last try. False where nobody waits for that, or it was asked for anew since. */
export async function closeStaffCall(
  trx: Knex,
  { id, attempts }: Pick<CallRow, "id" | "attempts">,
  actor: string,
): Promise<boolean> {
  const closed = await trx("provisioning_call")
    .where({ id, attempts })
    .whereIn("status", ["awaiting_staff", "failed"])
    .update({
      status: "succeeded",
      asked_by: actor,
      next_try_at: null,
      ended_at: trx.fn.now(),
      updated_at: trx.fn.now(),
    })
  return closed === 1
}
