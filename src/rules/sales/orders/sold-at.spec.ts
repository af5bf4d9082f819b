import { soldAt } from "./sold-at"

const [begun, converted, heard, edited] = ["10", "11", "12", "13"].map((hour) => `2026-03-01T${hour}:00:00.000Z`)
const draft = { cartId: null, createdAt: begun ?? "", updatedAt: converted ?? "" }

describe("H1: when an order was sold", () => {
  it.each([
    [
      "what was a cart, as it was made",
      { ...draft, cartId: "cart_1" },
      { isPlacedNow: true, convertedBy: null },
      begun,
    ],
    ["a draft, when Medusa says so", draft, { isPlacedNow: true, convertedBy: null }, converted],
    ["a draft that the sweep has found", draft, { isPlacedNow: false, convertedBy: heard ?? "" }, converted],
    [
      "a draft that was heard of, and then changed, at the latest when it was heard of",
      { ...draft, updatedAt: edited ?? "" },
      { isPlacedNow: true, convertedBy: heard ?? "" },
      heard,
    ],
    ["what code has made, whatever became of it", draft, { isPlacedNow: false, convertedBy: null }, begun],
  ])("%s", (_what, order, known, at) => expect(soldAt(order, known)).toBe(at))
})
