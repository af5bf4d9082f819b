import fc from "fast-check"
import { packageItem } from "../../__tests__/subscriptions"
import type { SubscriptionContent } from "../subscriptions/subscription-of-line"
import type { WholeItem } from "../subscriptions/whole-subscription"
import { addedContents } from "./added-contents"

const root = (name: string, quantity: number): WholeItem => ({
  ...packageItem({ id: `bsi_${name}`, quantity }),
  subscription_id: `bsub_${name}`,
  offer_id: "boff_1",
  cycle_id: "bcyc_1",
  order_line_id: null,
  split_from_id: null,
  ordered: null,
})
const content = (quantity: number): SubscriptionContent => ({
  line: { id: "ordli_X", title: "Backup", quantity, unitPrice: "5", isTaxInclusive: false, snapshot: {} },
  productId: "prod_X",
  variantId: "variant_X",
  recordId: "slin_X",
  isHidden: true,
  position: 3,
  discounts: [],
})

describe("addedContents (B27)", () => {
  it("each subscription of the package takes what its units have; the first follows the order's line", () => {
    const items = addedContents({ content: content(6), packages: 3, roots: [root("A", 2), root("B", 1)] })
    expect(items).toMatchObject([
      { id: "bsi_X", subscription_id: "bsub_A", parent_id: "bsi_A", quantity: 4, order_line_id: "ordli_X" },
      { id: "bsi_X_B", subscription_id: "bsub_B", parent_id: "bsi_B", quantity: 2, split_from_id: "bsi_X" },
    ])
    expect(items[0]).toMatchObject({ kind: "content", is_hidden: true, position: 3, line_record_id: "slin_X" })
    expect(items[1]).toMatchObject({ order_line_id: null, ordered: null })
  })

  it("nobody takes what belongs to units whose subscription has ended", () => {
    expect(addedContents({ content: content(3), packages: 3, roots: [root("B", 1)] })).toMatchObject([
      { subscription_id: "bsub_B", quantity: 1, order_line_id: "ordli_X" },
    ])
    expect(addedContents({ content: content(3), packages: 3, roots: [] })).toEqual([])
  })

  it("law: never more than the order has, and no item without units", () => {
    const units = fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 4 })
    fc.assert(
      fc.property(units, fc.integer({ min: 0, max: 3 }), fc.integer({ min: 1, max: 9 }), (running, ended, each) => {
        const packages = running.reduce((all, one) => all + one, 0) + ended
        const roots = running.map((quantity, index) => root(String(index), quantity))
        const items = addedContents({ content: content(each * packages), packages, roots })
        expect(items.map(({ quantity }) => quantity)).toEqual(running.map((quantity) => quantity * each))
      }),
    )
  })
})
