import type { ChargeStatus } from "../states"

/** The states that may still change. */
const OPEN = ["started", "unknown", "requires_action", "processing"] as const satisfies readonly ChargeStatus[]

/** Whether an attempt's outcome may still change. */
export const isOpenAttempt = ({ status }: { status: ChargeStatus }): boolean => OPEN.some((open) => open === status)
