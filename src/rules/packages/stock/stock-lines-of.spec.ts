import { cartLine } from "../../__tests__/carts"
import { plannedAsIs, type LineIdentity } from "../../cart"
import { packagePayload, type ContentLine } from "../cart/package-line"
import { stockLinesOf } from "./stock-lines-of"

const period = { from: "2026-07-01T10:00:00Z", to: "2026-07-03T10:00:00Z" }

const content = (more: Partial<ContentLine> = {}): LineIdentity => ({
  room: "packages",
  kind: "content",
  parentLineId: "package",
  payload: packagePayload({
    slot: "e_chair",
    product_id: "p_chair",
    variant_id: "v_chair",
    quantity: 2,
    is_hidden: false,
    reason: "included",
    units: null,
    period: null,
    position: 0,
    ...more,
  }),
})

const planned = (id: string, variantId: string | null, identity: LineIdentity | null = null) => ({
  ...plannedAsIs(cartLine(id, { variantId, quantity: 4 }), null),
  identity,
})

describe("stockLinesOf", () => {
  it("plain goods and contents that are sold ask by their own variant; what is rented by the room's", () => {
    expect(
      stockLinesOf([
        planned("plain", "v_mug"),
        planned("sold", "v_chair", content()),
        planned("rented", null, content({ period })),
        planned("fee", null),
      ]),
    ).toEqual([
      { lineId: "plain", variantId: "v_mug", quantity: "4", period: null, isDependent: false },
      { lineId: "sold", variantId: "v_chair", quantity: "4", period: null, isDependent: true },
      { lineId: "rented", variantId: "v_chair", quantity: "4", period, isDependent: true },
    ])
  })
})
