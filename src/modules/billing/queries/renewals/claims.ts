import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { SubscriptionStatus } from "../../../../rules/billing/states"

/**
 * Claims share the work among any number of workers. A claim is a lease by the database's clock: when a crashed
 * worker's lease runs out, another takes the row over. Derived ids and unique indexes prevent double billing, not the
 * claim.
 */
export interface Claim {
  worker: string
  runId: string
  asOf: string
  limit: number
  seconds: number
  /** Those that are due last come first: so many that are due first fail. */
  isFromEnd?: boolean
}

const direction = ({ isFromEnd }: Claim): "asc" | "desc" => (isFromEnd ? "desc" : "asc")

/** What is due first, or last. */
const byDate = (column: "next_due_on" | "collect_on", claim: Claim) => [
  { column, order: direction(claim) },
  { column: "id", order: direction(claim) },
]

/** The states in which a renewal or an end can come due. A pending one has not started. */
export const DUE_STATUSES: SubscriptionStatus[] = ["active", "trialing", "past_due", "suspended", "paused"]

const until = (knex: Knex, seconds: number): Knex.Raw => knex.raw("now() + make_interval(secs => ?)", [seconds])

/** Those that are due by `asOf`, that this run has not handled, and that nobody holds. */
const dueToClaim = (knex: Knex, claim: Claim): Knex.QueryBuilder =>
  knex("billing_subscription")
    .select("id")
    .where("next_due_on", "<=", claim.asOf)
    .whereIn("status", DUE_STATUSES)
    .whereNull("deleted_at")
    .whereNull("change_id")
    .whereRaw("billed_by_run is distinct from ?", [claim.runId])
    .whereRaw("(claimed_by is null or claimed_until is null or claimed_until < now())")

/**
 * Claims subscriptions that are due by `asOf` and that this run has not handled; returns their ids. One that an earlier
 * run had to leave is among them: it only keeps from opening a run by itself for a while.
 */
export async function claimDueSubscriptions(knex: Knex, claim: Claim): Promise<string[]> {
  const due = dueToClaim(knex, claim).orderBy(byDate("next_due_on", claim)).limit(claim.limit).forUpdate().skipLocked()
  const rows: { id: string }[] = await knex("billing_subscription")
    .whereIn("id", due)
    .update({ claimed_by: claim.worker, claimed_until: until(knex, claim.seconds) })
    .returning("id")
  return rows.map((row) => row.id)
}

/**
 * Claims some subscriptions outside of a run, to bill what is due of them at once; those that a worker has are left to it.
 */
export async function claimSubscriptionsNow(
  knex: Knex,
  { ids, worker, asOf, seconds }: { ids: string[] } & Pick<Claim, "worker" | "asOf" | "seconds">,
): Promise<string[]> {
  const rows: { id: string }[] = await knex("billing_subscription")
    .whereIn("id", ids)
    .where("next_due_on", "<=", asOf)
    .whereIn("status", DUE_STATUSES)
    .whereNull("deleted_at")
    .whereNull("change_id")
    .whereRaw("(claimed_by is null or claimed_until is null or claimed_until < now())")
    .update({ claimed_by: worker, claimed_until: until(knex, seconds) })
    .returning("id")
  return rows.map((row) => row.id)
}

/**
 * The same, and all else that is due of their customers: what is put on one invoice is claimed by one worker. Workers
 * claim one after another, so that none of them takes a part of it.
 */
export async function claimDueCustomers(knex: Knex, claim: Claim): Promise<string[]> {
  return knex.transaction(async (trx) => {
    await trx.raw("select pg_advisory_xact_lock(hashtextextended('billing-claim-customers', 0))")
    const first: { id: string; customer_id: string | null }[] = await dueToClaim(trx, claim)
      .select("customer_id")
      .orderBy(byDate("next_due_on", claim))
      .limit(claim.limit)
    const customers = [...new Set(first.flatMap(({ customer_id }) => customer_id ?? []))]
    // Locked in the order in which everybody locks subscriptions: this waits for some of them.
    const theirs: { id: string }[] = await dueToClaim(trx, claim)
      .where((of) => {
        void of
          .whereIn(
            "id",
            first.map(({ id }) => id),
          )
          .orWhereIn("customer_id", customers)
      })
      .orderBy("id")
      .forUpdate()
    const rows: { id: string }[] = await trx("billing_subscription")
      .whereIn(
        "id",
        theirs.map(({ id }) => id),
      )
      .update({ claimed_by: claim.worker, claimed_until: until(trx, claim.seconds) })
      .returning("id")
    return rows.map((row) => row.id)
  })
}

/**
 * An older renewal of the subscription waits to be collected in this run, or is being collected. One whose charge is in
 * doubt, which is asked about again later, keeps nobody waiting.
 */
const OLDER_FIRST = `not exists (select 1 from billing_renewal o
  where o.subscription_id = r.subscription_id and o.cycle < r.cycle and o.collect_on <= ? and o.deleted_at is null
    and o.collected_by_run is distinct from ?
    and (o.claimed_by is not null or o.claimed_until is null or o.claimed_until < now()))`

/**
 * Claims renewals that are due to be collected by `asOf` and that this run has not tried; returns their ids. One that is
 * paid or canceled is among them where the provider must still be asked about a charge. Of a subscription, one at a time,
 * the oldest first: a card that the provider refuses for good is not charged for the others.
 */
export async function claimRenewalsToCollect(knex: Knex, claim: Claim): Promise<string[]> {
  const due = knex("billing_renewal as r")
    .select("r.id")
    .where("collect_on", "<=", claim.asOf)
    .whereNull("deleted_at")
    .whereRaw("collected_by_run is distinct from ?", [claim.runId])
    .whereRaw("(claimed_until is null or claimed_until < now())")
    .whereRaw(OLDER_FIRST, [claim.asOf, claim.runId])
    .orderBy(byDate("collect_on", claim))
    .limit(claim.limit)
    .forUpdate()
    .skipLocked()
  const rows: { id: string }[] = await knex("billing_renewal")
    .whereIn("id", due)
    .update({ claimed_by: claim.worker, claimed_until: until(knex, claim.seconds) })
    .returning("id")
  return rows.map((row) => row.id)
}

/** Releases claims, e.g. when a batch fails, so that nobody has to wait for the lease to run out. */
export async function releaseClaims(
  knex: Knex,
  table: "billing_subscription" | "billing_renewal",
  held: { worker: string; ids: string[] },
): Promise<void> {
  await knex(table)
    .whereIn("id", held.ids)
    .where("claimed_by", held.worker)
    .update({ claimed_by: null, claimed_until: null })
}

/** Releases all subscriptions of a worker. By index. */
export async function releaseAllClaims(knex: Knex, worker: string): Promise<void> {
  await knex("billing_subscription").where("claimed_by", worker).update({ claimed_by: null, claimed_until: null })
}

/** Seconds before a subscription that could not be billed or charged is retried, so that it does not open a run every minute. */
const TRY_AGAIN_SECONDS = 600
/** The longest wait, of three hours, as so many times the first. */
const MOST_WAITS = 18

/** Until when it is left: twice as long after each run of a day that could not bill it. `of`: the subscription's column. */
const untilTriedAgain = (knex: Knex, of: "id" | "subscription_id"): Knex.Raw =>
  knex.raw(
    `now() + make_interval(secs => ? * least(?, power(2, least(10, (select count(*) from billing_run_problem p
       where p.subscription_id = ?? and p.created_at > now() - interval '1 day' and p.deleted_at is null)))))`,
    [TRY_AGAIN_SECONDS, MOST_WAITS, of === "id" ? "billing_subscription.id" : "billing_renewal.subscription_id"],
  )

/** Postpones a worker's claimed subscriptions to a later run, because this one cannot bill them. Returns the ids. */
export async function leaveToNextRun(
  knex: Knex,
  { worker, runId }: Pick<Claim, "worker" | "runId">,
): Promise<string[]> {
  const rows: { id: string }[] = await knex("billing_subscription")
    .where("claimed_by", worker)
    .update({ billed_by_run: runId, claimed_by: null, claimed_until: untilTriedAgain(knex, "id") })
    .returning("id")
  return rows.map((row) => row.id)
}

/** The same for some of the claimed ones. */
export async function leaveSubscriptions(
  knex: Knex,
  { ids, worker, runId }: { ids: string[] } & Pick<Claim, "worker" | "runId">,
): Promise<void> {
  if (ids.length) {
    await knex("billing_subscription")
      .whereIn("id", ids)
      .where("claimed_by", worker)
      .update({ billed_by_run: runId, claimed_by: null, claimed_until: untilTriedAgain(knex, "id") })
  }
}

/** Postpones claimed renewals to a later run, because this one cannot collect them. Returns whose they are. */
export async function leaveRenewals(
  knex: Knex,
  { ids, worker, runId }: { ids: string[] } & Pick<Claim, "worker" | "runId">,
): Promise<string[]> {
  const rows: { subscription_id: string }[] = await knex("billing_renewal")
    .whereIn("id", ids)
    .where("claimed_by", worker)
    .update({ collected_by_run: runId, claimed_by: null, claimed_until: untilTriedAgain(knex, "subscription_id") })
    .returning("subscription_id")
  return rows.map((row) => row.subscription_id)
}

/** Extends the worker's claims by another lease. */
export async function extendClaims(knex: Knex, worker: string, seconds: number): Promise<void> {
  for (const table of ["billing_subscription", "billing_renewal"]) {
    await knex(table)
      .where("claimed_by", worker)
      .where("claimed_until", ">", knex.fn.now())
      .update({ claimed_until: until(knex, seconds) })
  }
}

/** Whether anything is due by `asOf`, by index: what an idle tick costs. */
export async function isAnythingDue(knex: Knex, asOf: string): Promise<boolean> {
  const { rows } = await knex.raw<{ rows: { due: boolean }[] }>(
    `select exists (select 1 from billing_subscription where next_due_on <= ? and status = any(?) and deleted_at is null
           and change_id is null and (claimed_until is null or claimed_until < now()))
         or exists (select 1 from billing_renewal where collect_on <= ? and deleted_at is null
           and (claimed_until is null or claimed_until < now()))
         as due`,
    [asOf, DUE_STATUSES, asOf],
  )
  return rows[0]?.due ?? false
}
