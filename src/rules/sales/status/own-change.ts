import { canMove, type SaleStatus } from "./sale-status"

/** What a merchant does with a sale itself; the rest follows the order (H2). */
export const OWN_CHANGES = ["hold", "release", "stop"] as const
export type OwnChange = (typeof OWN_CHANGES)[number]

const TARGETS: Record<OwnChange, SaleStatus> = { hold: "interrupted", release: "processing", stop: "stopped" }

export type OwnChangeDecision =
  { kind: "move"; to: SaleStatus } | { kind: "refuse"; reason: "not_allowed"; from: SaleStatus; change: OwnChange }

/** A hold only of what is being processed, a release only of what is on hold, a stop before it is finalized. */
export function decideOwnChange(from: SaleStatus, change: OwnChange): OwnChangeDecision {
  const to = TARGETS[change]
  const isRelease = change === "release"
  return canMove(from, to) && isRelease === (from === "interrupted" && to === "processing")
    ? { kind: "move", to }
    : { kind: "refuse", reason: "not_allowed", from, change }
}

/** The changes that are open to a merchant now. */
export const ownChangesOf = (status: SaleStatus): OwnChange[] =>
  OWN_CHANGES.filter((change) => decideOwnChange(status, change).kind === "move")
