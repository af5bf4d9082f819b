import type { RunAnswer } from "../../../contracts/billing/runs"

/** Whether a run may still change. */
export const isUnderWay = (run: Pick<RunAnswer, "status">): boolean =>
  run.status === "queued" || run.status === "running"
