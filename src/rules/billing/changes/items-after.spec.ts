import { packageItem } from "../../__tests__/subscriptions"
import type { BilledItem } from "../renewals/renewal-order"
import type { NewTerms } from "./changed-subscription"
import { choiceKey, itemsAfter } from "./items-after"

const chosen = [{ key: "ram", value: "8", title: "Memory: 8 GB", amount: "2", setup_fee: "0" }]
const root = packageItem({
  id: "bsi_1",
  kind: "product",
  quantity: 1,
  snapshot: { subtitle: "Monthly", options: chosen },
})
const ram: BilledItem = {
  ...root,
  ...{ id: "bsi_ram", kind: "option", parent_id: root.id, title: "Memory: 8 GB", unit_price: "2" },
  snapshot: { option_key: "ram" },
}
const terms = (more: Partial<NewTerms["item"]>, options?: NewTerms["options"]): NewTerms => ({
  item: { ...root, offer_id: "o", cycle_id: "c", ...more },
  ...{ payment_type: "recurring", interval: { unit: "month", count: 1 }, collection_method: "send_invoice" },
  ...(options && { options }),
})

describe("itemsAfter (S3)", () => {
  it("options that nothing is said of stay, and have the units of their product", () => {
    expect(itemsAfter([root, ram], terms({ quantity: 3 }))).toMatchObject([
      { id: "bsi_1", quantity: 3 },
      { id: "bsi_ram", quantity: 3, unit_price: "2" },
    ])
  })

  it("one that is chosen anew takes the place of another; what is not chosen any more goes", () => {
    const backup = { id: "bsi_new", key: "backup", title: "Backup", unit_price: "3", discounts: [] }
    const after = itemsAfter([root, ram], terms({ quantity: 2 }, [backup]))
    expect(after).toMatchObject([
      { id: "bsi_1" },
      {
        id: "bsi_new",
        kind: "option",
        parent_id: "bsi_1",
        quantity: 2,
        unit_price: "3",
        snapshot: { option_key: "backup" },
      },
    ])
    expect(after[1]?.snapshot.options).toBeUndefined()
    expect(itemsAfter([root, ram], terms({}, []))).toHaveLength(1)
  })

  it("choices are told apart by their values", () => {
    expect(choiceKey(root)).toBe('[["ram","8"]]')
    expect(choiceKey({ snapshot: {} })).toBe("")
  })
})
