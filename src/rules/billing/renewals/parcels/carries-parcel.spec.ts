import { subscription } from "../../../__tests__/subscriptions"
import { carriesParcel, type ParcelSibling } from "./carries-parcel"

const parcel = (id: string) => ({
  id,
  customer_id: "cus_1",
  email: "clara@test.example",
  shipping_address: { city: "Ort", address_1: "Weg 1" },
  shipping_option_id: "so_1",
})
const weekly = subscription({ anchorOn: "2026-01-31", interval: { unit: "day", count: 7 }, nextCycle: 1 })
const sibling = (changes: Partial<ParcelSibling> = {}): ParcelSibling => ({
  ...parcel("bsub_1"),
  renewed_on: [],
  to_come: weekly,
  ...changes,
})
const carries = (...siblings: ParcelSibling[]) => carriesParcel(parcel("bsub_2"), "2026-02-28", siblings)

describe("carriesParcel", () => {
  it("B31: of what renews on one day for one address the oldest bears the parcel, however far behind it is", () => {
    expect(carries()).toBe(true)
    expect(carries(sibling())).toBe(false)
    expect(carries(sibling({ id: "bsub_3" }))).toBe(true)
    expect(carries(sibling({ to_come: { ...weekly, nextCycle: 5 } }))).toBe(true)
    expect(carries(sibling({ to_come: { ...weekly, nextCycle: 5 }, renewed_on: ["2026-02-28"] }))).toBe(false)
  })

  it("B31: one that ends before bears nothing: the goods that are sent are paid for", () => {
    expect(carries(sibling({ to_come: { ...weekly, cancelOn: "2026-02-28" } }))).toBe(true)
    expect(carries(sibling({ to_come: { ...weekly, expiresOn: "2026-02-20" } }))).toBe(true)
    expect(carries(sibling({ to_come: { ...weekly, cancelOn: "2026-03-07" } }))).toBe(false)
  })

  it("B31: another address, another option, another parcel; case and spaces make none", () => {
    expect(carries(sibling({ shipping_address: { city: "Anderswo", address_1: "Weg 1" } }))).toBe(true)
    expect(carries(sibling({ shipping_option_id: "so_2" }))).toBe(true)
    expect(carries(sibling({ shipping_address: { city: " ORT ", address_1: "weg 1" } }))).toBe(false)
  })
})
