import { INTERVAL_UNITS } from "../../../calendar"
import { isCycleEnabled } from "../is-cycle-enabled"
import type { CycleTerms, OfferTerms } from "../../types"

/** An offer's cycles in the merchant's order, with the prices of one place. */
interface LinkedOffer {
  offer: Pick<OfferTerms, "paymentType">
  cycles: CycleTerms[]
}

const linkedCycles = ({ offer, cycles }: LinkedOffer): CycleTerms[] =>
  cycles.filter((cycle) => isCycleEnabled(offer.paymentType, cycle.basePrice))

/** How a link may name a cycle: by its id, its variant, or its interval, `month` or `3-month`. */
function isNamed(asked: string, { id, variantId, interval }: CycleTerms): boolean {
  if (asked === id || asked === variantId) {
    return true
  }
  const [, count = "1", unit = ""] = /^(?:(\d{1,4})-)?([a-z]+)$/.exec(asked) ?? []
  return (
    interval !== null &&
    INTERVAL_UNITS.some((known) => known === unit) &&
    interval.unit === unit &&
    interval.count === Number(count)
  )
}

/** The cycle that a link means: the one that it names, else the first that is enabled (B13). null: there is none. */
export function cycleOfLink(loaded: LinkedOffer, asked: string | undefined): CycleTerms | null {
  const enabled = linkedCycles(loaded)
  return (asked === undefined ? enabled[0] : enabled.find((cycle) => isNamed(asked, cycle))) ?? null
}
