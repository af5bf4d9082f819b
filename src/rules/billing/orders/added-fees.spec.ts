import { offered, recurring } from "../../__tests__/carts"
import { addedFeeParents, FEE_OF, planAdminFees, type AdminLine } from "./added-fees"

const line = (id: string, more: Partial<AdminLine> = {}): AdminLine => ({
  id,
  title: "Hosting",
  variantId: "monthly",
  metadata: null,
  quantity: 1,
  isAdded: true,
  ...more,
})
const fee = (id: string, of: string, quantity = 1, more: Partial<AdminLine> = {}) =>
  line(id, { variantId: null, metadata: { [FEE_OF]: of }, quantity, ...more })
const plan = (lines: AdminLine[]) => planAdminFees(lines, new Map([["a", offered(recurring("5.00"))]]), null)
const nothing = { add: [], change: [], remove: [] }

describe("B7: set-up fees of what an admin sells", () => {
  it("gives an added line one fee per unit, and leaves it when it is right", () => {
    expect(plan([line("a", { quantity: 2 })])).toEqual({
      ...nothing,
      add: [{ parentId: "a", title: "Set-up fee: Hosting", quantity: 2, unitPrice: "5.00" }],
    })
    expect(plan([line("a", { quantity: 2 }), fee("f", "a", 2)])).toEqual(nothing)
  })

  it("has the fee follow its product's units, and go with it", () => {
    expect(plan([line("a", { quantity: 3 }), fee("f", "a", 2)])).toEqual({
      ...nothing,
      change: [{ id: "f", quantity: 3 }],
    })
    expect(plan([fee("f", "a")])).toEqual({ ...nothing, remove: ["f"] })
    expect(plan([line("a", { quantity: 0 }), fee("f", "a")])).toEqual({ ...nothing, remove: ["f"] })
  })

  it("leaves alone what was sold before, and goods without a fee", () => {
    expect(plan([line("a", { isAdded: false }), line("mug")])).toEqual(nothing)
  })

  it("believes no mark on a line that a storefront can sell", () => {
    expect(plan([line("a"), line("f", { metadata: { [FEE_OF]: "a" } })]).add).toHaveLength(1)
    const parents = addedFeeParents([line("a"), fee("f", "a"), fee("g", "elsewhere")])
    expect([...parents.values()].map(({ parentId }) => parentId)).toEqual([null, "a", null])
  })
})
