import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { ChargeStatus, RenewalStatus } from "../../../../rules/billing"
import type { CivilDate } from "../../../../rules/calendar"
import type { Decimal } from "../../../../rules/money"

/** What a run issued and collected in one currency. */
export interface RunSum {
  currency_code: string
  issued: number
  issued_total: Decimal
  paid: number
  paid_total: Decimal
  failed: number
  failed_total: Decimal
  /** Issued by it, and waiting for the customer. */
  waiting: number
  waiting_total: Decimal
}

/** Of one on another's invoice, that one's. */
const COLLECTED_ON = `case when billed_with is null then collect_on
  else (select l.collect_on from billing_renewal l where l.id = billing_renewal.billed_with) end`

/** By index: a run's renewals are those that it issued and those that it was the last to collect. */
export async function runSums(knex: Knex, runId: string): Promise<RunSum[]> {
  const sum = (name: string, condition: string): string =>
    `(count(*) filter (where ${condition}))::int as ${name},
     coalesce(sum(total) filter (where ${condition}), 0)::text as ${name}_total`
  const { rows } = await knex.raw<{ rows: RunSum[] }>(
    `select currency_code,
       ${sum("issued", "is_issued")},
       ${sum("paid", "is_collected and status = 'paid'")},
       ${sum("failed", "is_collected and status = 'failed'")},
       ${sum("waiting", "is_issued and status = 'issued' and collect_on is null")}
     from (
       select currency_code, total, status, ${COLLECTED_ON} as collect_on, run_id = :run and order_id is not null as is_issued,
         coalesce(collected_by_run = :run, false) as is_collected
       from billing_renewal
       where (run_id = :run or collected_by_run = :run) and deleted_at is null
     ) r
     group by currency_code order by currency_code`,
    { run: runId },
  )
  return rows
}

/** A renewal that a run could not collect, with what the payment provider said. */
export interface RunFailure {
  renewal_id: string
  subscription_id: string
  display_id: number
  email: string | null
  order_id: string | null
  cycle: number
  due_on: CivilDate
  currency_code: string
  total: Decimal | null
  status: RenewalStatus
  reason: string | null
  charge_status: ChargeStatus | null
  charge_reason: string | null
}

/** Who did not pay in a run, and why; the largest sums first. */
export async function runFailures(
  knex: Knex,
  { runId, limit }: { runId: string; limit: number },
): Promise<{ failures: RunFailure[]; count: number }> {
  const unpaid = knex("billing_renewal as r")
    .where("r.collected_by_run", runId)
    .whereIn("r.status", ["failed", "issued"])
    .whereNull("r.deleted_at")
  const [counted] = await unpaid.clone().count<{ count: string }[]>("r.id as count")
  const failures: RunFailure[] = await unpaid
    .clone()
    .join("billing_subscription as s", "s.id", "r.subscription_id")
    .joinRaw(
      `left join lateral (select a.status, a.reason from billing_charge_attempt a
         where a.renewal_id = coalesce(r.billed_with, r.id) and a.deleted_at is null order by a.number desc limit 1) a on true`,
    )
    .select(
      "r.id as renewal_id",
      "r.subscription_id",
      "s.display_id",
      "s.email",
      "r.order_id",
      "r.cycle",
      "r.due_on",
      "r.currency_code",
      "r.total",
      "r.status",
      "r.reason",
      "a.status as charge_status",
      "a.reason as charge_reason",
    )
    .orderBy([{ column: "r.total", order: "desc", nulls: "last" }, { column: "r.id" }])
    .limit(limit)
  return { failures, count: Number(counted?.count ?? 0) }
}
