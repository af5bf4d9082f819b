import type { Run } from "../types"

/** Whether a run may still change. */
export const isUnderWay = (run: Pick<Run, "status">): boolean => run.status === "queued" || run.status === "running"
