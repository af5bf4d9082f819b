import { compare, isZero, subtract, type Decimal } from "../../money"
import { isFinal } from "../subscriptions/billable"
import type { SubscriptionStatus } from "../states"
import type { MovementKind } from "./figure-kinds"
import type { SubscriptionFigure } from "./subscription-figure"

type Counted = Pick<SubscriptionFigure, "isActive" | "mrr" | "atRisk">

/** By how much a subscription's figures moved. All movements of a subscription add up to what it counts. */
export interface FigureMovement {
  kind: MovementKind
  mrr: Decimal
  atRisk: Decimal
  /** 1: it counts from now on; −1: it does not any more. */
  active: -1 | 0 | 1
}

export interface MovementQuestion {
  /** null: it was never counted. */
  before: Counted | null
  after: Counted
  status: SubscriptionStatus
  /** Whether it has counted at any time before. */
  hasCounted: boolean
  /** Whether it was there when counting began. */
  isOpening: boolean
}

const NOTHING: Counted = { isActive: false, mrr: "0", atRisk: "0" }

/** What moved; null: nothing did. */
export function figureMovement({
  before,
  after,
  status,
  hasCounted,
  isOpening,
}: MovementQuestion): FigureMovement | null {
  const from = before ?? NOTHING
  const mrr = subtract(after.mrr, from.mrr)
  const atRisk = subtract(after.atRisk, from.atRisk)
  const active = from.isActive === after.isActive ? 0 : after.isActive ? 1 : -1
  if (active === 0 && isZero(mrr) && isZero(atRisk)) {
    return null
  }
  return { kind: kindOf({ active, mrr, status, hasCounted, isOpening }), mrr, atRisk, active }
}

function kindOf({
  active,
  mrr,
  status,
  hasCounted,
  isOpening,
}: Pick<FigureMovement, "active" | "mrr"> & Omit<MovementQuestion, "before" | "after">): MovementKind {
  if (active === 1) {
    return isOpening ? "opening" : hasCounted ? "returned" : "new"
  }
  if (active === -1) {
    return isFinal(status) ? "churned" : "left"
  }
  const moved = compare(mrr, "0")
  return moved > 0 ? "expansion" : moved < 0 ? "contraction" : "risk"
}
