import { addDays, compareDates, type CivilDate } from "../../calendar"
import type { CollectionMethod, PriceChangeMode } from "../states"

/** From when a new price holds, and how its customers learn of it. */
export interface PriceChangeTerms {
  mode: PriceChangeMode
  /** Not before this day; null: as early as may be. */
  fromOn: CivilDate | null
  /** `announce`: days before its first bill. `ask`: days for an answer. */
  days: number
  asOf: CivilDate
}

interface Billed {
  collectionMethod: CollectionMethod
  invoiceDaysBefore: number
}

/** The days on which the first bill at the new price may be made earlier than its period begins. */
const leadOf = ({ collectionMethod, invoiceDaysBefore }: Billed): number =>
  collectionMethod === "send_invoice" ? invoiceDaysBefore : 0

/** The last day on which an answer counts; null: nobody is asked. */
export const answerUntil = ({ mode, days, asOf }: PriceChangeTerms): CivilDate | null =>
  mode === "ask" ? addDays(asOf, days) : null

/**
 * The first day on which a period at the new price may begin: by then the customer was told so many days before the
 * bill, or the time for an answer is over. null: the next period, whenever it is.
 */
export function earliestPriceOn(terms: PriceChangeTerms, billed: Billed): CivilDate | null {
  const { mode, fromOn, days, asOf } = terms
  if (mode === "at_once") {
    return null
  }
  const told = addDays(asOf, days + leadOf(billed) + (mode === "ask" ? 1 : 0))
  return fromOn !== null && compareDates(fromOn, told) > 0 ? fromOn : told
}

/** When the customer is told of a price that holds from `effectiveOn` on: at once where asked, else so many days ahead. */
export const tellOn = (
  { mode, days, asOf }: PriceChangeTerms,
  { effectiveOn, ...billed }: Billed & { effectiveOn: CivilDate },
): CivilDate => (mode === "ask" ? asOf : addDays(effectiveOn, -days - leadOf(billed)))
