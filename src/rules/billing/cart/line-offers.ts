import type { CivilDate } from "../../calendar"
import { compare, multiply, type Decimal } from "../../money"
import type { LineTerms, CycleTerms, OfferTerms } from "../types"
import { termsOfLine } from "./terms-of-line"

/** The current terms of a line of an offer, or why it cannot be ordered. */
export type LineOffer =
  | { ok: true; offerId: string; cycleId: string; productId: string; variantId: string; terms: LineTerms }
  | { ok: false; code: string; reason: string }

/** An offer and its cycles, with the figures of one currency and region. */
export interface OfferWithCycles {
  offer: OfferTerms
  cycles: CycleTerms[]
}

export interface LineOffersFacts {
  /** Without a quantity: one. */
  lines: { id: string; productId: string | null; variantId: string | null; quantity?: number }[]
  /** By product id. */
  offers: ReadonlyMap<string, OfferWithCycles>
  trialUsed: (offerId: string) => boolean
  /** The store's date, for offers with a billing day; left out: whole periods are paid for. */
  asOf?: CivilDate | null
}

/**
 * The terms of each line of an offer, or why it cannot be ordered (B6, B10, B11), by line id; plain goods are left out.
 * Of several lines of one offer only one has the trial: the one that it is worth most on, whatever their order.
 */
export function lineOffers({ lines, offers, trialUsed, asOf = null }: LineOffersFacts): Map<string, LineOffer> {
  const trialTaken = new Set<string>()
  const offered = lines.flatMap((line) => {
    const loaded = line.productId ? offers.get(line.productId) : undefined
    return loaded ? [{ line, loaded }] : []
  })
  const granted = new Map<string, LineOffer>()
  for (const { line, loaded } of [...offered].sort(byTrialWorth)) {
    const offerId = loaded.offer.id
    const isUsed = trialTaken.has(offerId) || trialUsed(offerId)
    const offer = offerOf(line.variantId, loaded, { trialUsed: isUsed, asOf })
    granted.set(line.id, offer)
    if (offer.ok && trialDaysOf(offer.terms) > 0) {
      trialTaken.add(offerId)
    }
  }
  return granted
}

interface OfferedLine {
  line: LineOffersFacts["lines"][number]
  loaded: OfferWithCycles
}

/** The dearest first: base price of the cycle times units. Equal ones by variant; of one variant they stay oldest first. */
const byTrialWorth = (a: OfferedLine, b: OfferedLine): number =>
  compare(trialWorth(b), trialWorth(a)) || order(a.line.variantId, b.line.variantId)

function trialWorth({ line, loaded }: OfferedLine): Decimal {
  const cycle = loaded.cycles.find(({ variantId }) => variantId === line.variantId)
  return multiply(cycle?.basePrice ?? "0", line.quantity ?? 1)
}

const order = (a: string | null, b: string | null): number => ((a ?? "") < (b ?? "") ? -1 : a === b ? 0 : 1)

export const trialDaysOf = (terms: LineTerms): number => (terms.kind === "recurring" ? terms.trialDays : 0)

function offerOf(
  variantId: string | null,
  { offer, cycles }: OfferWithCycles,
  buying: { trialUsed: boolean; asOf: CivilDate | null },
): LineOffer {
  const cycle = cycles.find((one) => one.variantId === variantId)
  if (!cycle) {
    return {
      ok: false,
      code: "no_cycle",
      reason: "This variant is no billing cycle of its product and cannot be ordered",
    }
  }
  const decided = termsOfLine({ offer, cycle, ...buying })
  return decided.ok
    ? {
        ok: true,
        offerId: offer.id,
        cycleId: cycle.id,
        productId: offer.productId,
        variantId: cycle.variantId,
        terms: decided.terms,
      }
    : decided
}
