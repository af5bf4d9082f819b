import { cartFacts, cartLine, countingIds } from "../../__tests__/carts"
import { identifyLines, startPlan } from "../../cart"
import { packagePayload, PACKAGES_ROOM, type PackageLine, type RentalLine } from "../cart/package-line"
import { NO_TERMS } from "../cart/rental-stage"
import { NOTHING_SELECTED } from "../expansion/selection"
import { begunRental } from "./begun-rental"

const period = { from: "2026-07-01T10:00:00Z", to: "2026-07-04T10:00:00Z" }
const rental: RentalLine = {
  ...{ slot: "rental", product_id: "pa", variant_id: "va", terms: { ...NO_TERMS, period }, delivery: null },
}
const sold: PackageLine = { slot: "", book: {}, selection: { ...NOTHING_SELECTED, period } }

function linesWith(section: PackageLine | RentalLine) {
  const plan = startPlan(
    cartFacts([cartLine("b"), cartLine("a", { title: "Tent" })]),
    countingIds(),
    new Set([PACKAGES_ROOM]),
  )
  const identity = { room: PACKAGES_ROOM, kind: "package", parentLineId: null, payload: packagePayload(section) }
  return identifyLines(plan, new Map([["a", identity]])).lines
}

describe("a cart that is completed after its rental has begun", () => {
  it.each([
    ["an article", rental],
    ["a package", sold],
  ])("is refused for %s, from the first moment on", (_what, section) => {
    expect(begunRental(linesWith(section), "2026-07-01T10:00:00Z")).toBeNull()
    expect(begunRental(linesWith(section), "2026-07-01T10:00:01Z")).toEqual({
      ...{ lineId: "a", field: "period.from", reason: expect.stringContaining('"Tent": the rental has begun') },
    })
  })

  it("goes on where nothing is out for a period", () => {
    expect(begunRental(linesWith({ ...rental, terms: { ...NO_TERMS, days: 3 } }), "2099-01-01T00:00:00Z")).toBeNull()
  })
})
