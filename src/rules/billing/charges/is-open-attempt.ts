import type { ChargeStatus } from "../states"

/** Whether an attempt's outcome may still change. */
export const isOpenAttempt = ({ status }: { status: ChargeStatus }): boolean =>
  status === "started" || status === "unknown" || status === "requires_action"
