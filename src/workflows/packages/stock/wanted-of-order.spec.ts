import type { BookedLine } from "../../../modules/packages"
import { instant, type CartStockLine } from "../../../rules/packages"
import { wantedOf } from "./wanted-of-order"

const period = { from: "2026-07-01T10:00:00Z", to: "2026-07-04T10:00:00Z" }
const line = (more: Partial<CartStockLine> = {}): CartStockLine => ({
  ...{ lineId: "a", variantId: "va", quantity: "2", period, isDependent: true },
  ...more,
})
const booking = (more: Partial<BookedLine> = {}): BookedLine => ({
  ...{ lineId: "a", quantity: "2", requiredQuantity: "1", isReleased: false, isOver: false },
  ...{ from: instant(period.from), to: instant(period.to) },
  ...more,
})
const sold = (returnedQuantity = "0") => ({ isDraft: false, lines: [{ id: "a", quantity: "2", returnedQuantity }] })
const wanted = (asked: CartStockLine, booked: BookedLine[], order = sold()) =>
  wantedOf(asked, { order, booked }).map(({ quantity }) => quantity)

describe("P18: what an edit of an order asks of stock", () => {
  it("is nothing for a rental that is booked so, or is over", () => {
    expect(wanted(line(), [booking()])).toEqual([])
    expect(wanted(line(), [booking({ isReleased: true, isOver: true })])).toEqual([])
  })

  it("is all of a rental with another period, or of more, though an earlier booking was freed", () => {
    expect(wanted(line(), [booking({ to: instant("2026-07-05T10:00:00Z") })])).toEqual(["2"])
    expect(wanted(line({ quantity: "3" }), [booking()])).toEqual(["3"])
    expect(wanted(line(), [booking({ isReleased: true })])).toEqual(["2"])
    expect(wanted(line(), [booking({ isReleased: true, isOver: true }), booking({ from: 0 })])).toEqual(["2"])
  })

  it("leaves out what came back; of what is sold for good it is what is added", () => {
    expect(wanted(line(), [], sold("2"))).toEqual([])
    expect(wanted(line({ period: null, quantity: "5" }), [])).toEqual(["3"])
  })
})
