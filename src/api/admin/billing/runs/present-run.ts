import type { RunAnswer, RunShareAnswer } from "../../../../contracts/billing/runs"
import type { BillingModuleService } from "../../../../modules/billing"

type Run = Awaited<ReturnType<BillingModuleService["retrieveRun"]>>
type RunShare = Awaited<ReturnType<BillingModuleService["listRunShares"]>>[number]

/** An instant of a generated method, which has it as a date or as text. */
const instant = (at: Date | string): string => new Date(at).toISOString()

export const presentRun = (run: Run): RunAnswer => ({
  id: run.id,
  as_of: run.as_of,
  status: run.status,
  requested_by: run.requested_by,
  started_at: run.started_at && instant(run.started_at),
  finished_at: run.finished_at && instant(run.finished_at),
  issued: run.issued,
  paid: run.paid,
  declined: run.declined,
  unknown: run.unknown,
  skipped: run.skipped,
  ended: run.ended,
  error: run.error,
  created_at: instant(run.created_at),
})

export const presentShare = (share: RunShare): RunShareAnswer => ({
  id: share.id,
  worker: share.worker,
  subscriptions: share.subscriptions,
  last_seen_at: instant(share.last_seen_at),
})
