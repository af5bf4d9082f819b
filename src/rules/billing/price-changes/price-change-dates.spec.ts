import fc from "fast-check"
import { addDays, compareDates } from "../../calendar"
import { dates } from "../../__tests__/arbitraries"
import { answerUntil, earliestPriceOn, tellOn, type PriceChangeTerms } from "./price-change-dates"

const terms = (more: Partial<PriceChangeTerms> = {}): PriceChangeTerms => ({
  mode: "announce",
  fromOn: null,
  days: 30,
  asOf: "2026-03-01",
  ...more,
})
const CHARGED = { collectionMethod: "charge_automatically", invoiceDaysBefore: 7 } as const
const SENT = { collectionMethod: "send_invoice", invoiceDaysBefore: 7 } as const

describe("B22: from when a new price may hold", () => {
  it("at once: from the next period on, and nobody is told", () => {
    expect(earliestPriceOn(terms({ mode: "at_once" }), CHARGED)).toBeNull()
    expect(answerUntil(terms({ mode: "at_once" }))).toBeNull()
  })

  it("told so many days before the bill, which goes out earlier where the customer pays by invoice", () => {
    expect(earliestPriceOn(terms(), CHARGED)).toBe("2026-03-31")
    expect(earliestPriceOn(terms(), SENT)).toBe("2026-04-07")
    expect(earliestPriceOn(terms({ fromOn: "2026-06-01" }), CHARGED)).toBe("2026-06-01")
    expect(tellOn(terms(), { ...CHARGED, effectiveOn: "2026-06-12" })).toBe("2026-05-13")
    expect(tellOn(terms(), { ...SENT, effectiveOn: "2026-06-12" })).toBe("2026-05-06")
  })

  it("asked at once, and never billed before the last day of an answer is over", () => {
    const asked = terms({ mode: "ask", days: 14 })
    expect(answerUntil(asked)).toBe("2026-03-15")
    expect(earliestPriceOn(asked, CHARGED)).toBe("2026-03-16")
    expect(tellOn(asked, { ...CHARGED, effectiveOn: "2026-06-12" })).toBe("2026-03-01")
  })

  it("nobody is told later than promised, and no bill is made before that", () => {
    fc.assert(
      fc.property(
        dates,
        fc.integer({ min: 1, max: 365 }),
        fc.constantFrom(CHARGED, SENT),
        fc.constantFrom("announce" as const, "ask" as const),
        (asOf, days, billed, mode) => {
          const asked = terms({ mode, days, asOf })
          const effectiveOn = earliestPriceOn(asked, billed) ?? asOf
          const lead = billed.collectionMethod === "send_invoice" ? billed.invoiceDaysBefore : 0
          const told = tellOn(asked, { ...billed, effectiveOn })
          expect(compareDates(told, asOf)).toBeGreaterThanOrEqual(0)
          expect(compareDates(addDays(told, days), addDays(effectiveOn, -lead))).toBeLessThanOrEqual(0)
        },
      ),
    )
  })
})
