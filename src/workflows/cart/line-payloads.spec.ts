import { billingLineSchema } from "../../contracts/billing/billing-line"
import type { LineRecord } from "../../rules/cart"
import { checkPayloads } from "./line-payloads"

const billing = { room: "billing", payload: billingLineSchema }

const record = (payload: LineRecord["payload"]): LineRecord => ({
  id: "slin_1",
  key: "key",
  cartId: "cart",
  lineId: "cali",
  room: "billing",
  kind: "product",
  parentId: null,
  groupKey: "slin_1",
  payload,
  productId: "prod",
  variantId: "variant",
})
const terms = { kind: "lifetime", setupFee: "5.00" }

describe("checkPayloads", () => {
  it("accepts what the room's schema allows, and sections of other rooms", () => {
    const records = [record({ billing: { offer_id: "offer", cycle_id: "cycle", terms } }), record({ packages: {} })]
    expect(checkPayloads(records, [billing])).toBe(records)
  })

  it("names the field and the record of what it refuses", () => {
    const broken = record({ billing: { offer_id: "offer", cycle_id: "cycle", terms: { ...terms, setupFee: 5 } } })
    expect(() => checkPayloads([broken], [billing])).toThrow(/payload\.billing\.terms\.setupFee of line record slin_1/)
  })
})
