import { billedSubscription, contentItem, packageItem } from "../../__tests__/subscriptions"
import { planPriceMigration } from "./plan-price-migration"

const price = (amount: string) => ({ amount, isTaxInclusive: false })
const row = billedSubscription()
const items = [
  packageItem({ quantity: 2, unit_price: "1" }),
  contentItem("mail", { quantity: 4, unit_price: "10" }),
  contentItem("secret", { quantity: 2, unit_price: "2", is_hidden: true, position: 1 }),
]
const plan = (current: Record<string, string>) =>
  planPriceMigration([{ row, items }], new Map(Object.entries(current).map(([id, amount]) => [id, price(amount)])))

describe("planPriceMigration (B22, B27)", () => {
  it("moves a package with all its contents, and says what one package costs with them", () => {
    const { changes, unchanged } = plan({ bsi_P: "1", bsi_mail: "12", bsi_secret: "2" })
    expect(unchanged).toEqual([])
    expect(changes).toMatchObject([
      { item_id: "bsi_P", title: "Hosting pack", quantity: 2, from: "23", to: "27", from_cycle_on: "2026-02-28" },
    ])
    expect(changes[0]?.parts.map(({ item_id, from, to }) => [item_id, from, to])).toEqual([
      ["bsi_P", "1", "1"],
      ["bsi_mail", "10", "12"],
      ["bsi_secret", "2", "2"],
    ])
  })

  it("moves it where its price stands elsewhere in it, though it costs the same", () => {
    expect(plan({ bsi_P: "3", bsi_mail: "10", bsi_secret: "0" }).changes).toMatchObject([{ from: "23", to: "23" }])
  })

  it("a package that costs nothing by itself has a price all the same", () => {
    expect(plan({ bsi_P: "0", bsi_mail: "12", bsi_secret: "2" }).changes).toMatchObject([{ to: "26" }])
  })

  it("keeps those that are named, with the reason; and says what is missing in the words of who names a price", () => {
    const current = new Map([["bsi_P", price("3")]])
    const { unchanged } = planPriceMigration([{ row, items }], current, { noPrice: "not for packages" })
    expect(unchanged).toMatchObject([{ reason: "not for packages" }])
    const kept = new Map([[row.id, "it waits already"]])
    const all = new Map(["bsi_P", "bsi_mail", "bsi_secret"].map((id) => [id, price("3")]))
    expect(planPriceMigration([{ row, items }], all, { kept })).toMatchObject({
      changes: [],
      unchanged: [{ reason: "it waits already" }],
    })
  })

  it.each([
    ["a content has no price now", { bsi_P: "1", bsi_secret: "2" }, /no price/],
    ["nothing of it has changed", { bsi_P: "1", bsi_mail: "10", bsi_secret: "2" }, /has the current price already/],
  ])("stays as it is where %s", (_case, current, reason) => {
    const { changes, unchanged } = plan(current)
    expect(changes).toEqual([])
    expect(unchanged).toMatchObject([{ item_id: "bsi_P", reason: expect.stringMatching(reason) as string }])
  })
})
