import fc from "fast-check"
import { followLine, type FollowingItem, type FollowLineFacts } from "./follow-line"

const terms = (quantity: number, unitPrice = "10") => ({ quantity, unitPrice, isTaxInclusive: false })
const item = (id: string, quantity: number, more: Partial<FollowingItem> = {}): FollowingItem => ({
  id,
  subscriptionId: `sub_${id}`,
  status: "active",
  quantity,
  unitPrice: "10",
  isTaxInclusive: false,
  ...more,
})
const follow = (facts: FollowLineFacts) =>
  followLine(facts).map(({ kind, itemId, to }) => `${kind} ${itemId} ${to.quantity} × ${to.unitPrice}`)

describe("B20: a subscription follows its order's line", () => {
  it.each([
    ["2 → 1", terms(2), terms(1), [item("a", 2)], ["change a 1 × 10"]],
    ["1 → 3", terms(1), terms(3), [item("a", 1)], ["change a 3 × 10"]],
    ["unchanged", terms(2), terms(2), [item("a", 2)], []],
    ["removed", terms(2), null, [item("a", 2)], ["end a 0 × 10"]],
    ["repriced", terms(2), terms(2, "8"), [item("a", 2)], ["change a 2 × 8"]],
    ["repriced after its price was migrated", terms(2), terms(2, "8"), [item("a", 2, { unitPrice: "12" })], []],
    ["3 → 2, one split off", terms(3), terms(2), [item("a", 2), item("b", 1)], ["change a 1 × 10"]],
    ["3 → 1, two split off", terms(3), terms(1), [item("a", 1), item("b", 2)], ["end a 0 × 10", "change b 1 × 10"]],
    ["removed, one split off", terms(3), null, [item("a", 2), item("b", 1)], ["end a 0 × 10", "end b 0 × 10"]],
    ["2 → 1, canceled before", terms(2), terms(1), [item("a", 2, { status: "canceled" })], []],
    ["1 → 3, canceled before", terms(1), terms(3), [item("a", 1, { status: "canceled" })], []],
    ["2 → 1, and the subscription has five by now", terms(2), terms(1), [item("a", 5)], ["change a 4 × 10"]],
  ] as const)("%s", (_name, ordered, line, items, expected) => {
    expect(follow({ ordered, line, items })).toEqual(expected)
  })

  it("followed twice is followed once, and never leaves less than nothing", () => {
    const units = fc.integer({ min: 0, max: 9 })
    fc.assert(
      fc.property(
        units,
        units,
        fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 }),
        (was, is, split) => {
          const items = split.map((quantity, index) => item(String(index), quantity))
          const decided = followLine({ ordered: terms(was), line: terms(is), items })
          expect(decided.every(({ to }) => to.quantity >= 0)).toBe(true)
          const after = items.map((one) => {
            const to = decided.find(({ itemId }) => itemId === one.id)?.to
            return { ...one, quantity: to?.quantity ?? one.quantity }
          })
          expect(followLine({ ordered: terms(is), line: terms(is), items: after })).toEqual([])
          const sum = (list: FollowingItem[]) => list.reduce((total, { quantity }) => total + quantity, 0)
          expect(sum(after)).toBe(Math.max(0, sum(items) + is - was))
        },
      ),
    )
  })
})
