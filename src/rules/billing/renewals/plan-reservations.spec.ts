import { goodsOf, planReservations, type RenewalGoods, type StockLevel } from "./plan-reservations"
import type { RenewalOrder } from "./renewal-order"

const line = (over: Partial<RenewalGoods> = {}): RenewalGoods => ({
  line_id: "ordli_A_1",
  variant_id: "variant_coffee",
  quantity: 2,
  sales_channel_id: "sc_web",
  ...over,
})
const level = (location_id: string, available: number, over: Partial<StockLevel> = {}): StockLevel => ({
  inventory_item_id: "iitem_coffee",
  location_id,
  available,
  sales_channel_ids: ["sc_web"],
  ...over,
})
const items = new Map([["variant_coffee", [{ inventory_item_id: "iitem_coffee", required_quantity: 3 }]]])
const plan = (goods: RenewalGoods[], levels: StockLevel[]) =>
  planReservations(goods, { items, levels }).map(({ line_item_id, location_id, quantity }) => ({
    line_item_id,
    location_id,
    quantity,
  }))

describe("planReservations", () => {
  it("B31: picks the first location that has enough of each inventory item", () => {
    expect(plan([line()], [level("north", 5), level("south", 6)])).toEqual([
      { line_item_id: "ordli_A_1", location_id: "south", quantity: 6 },
    ])
  })

  it("B31: what one line reserves is not available to the next; where none has enough, the first location is backordered", () => {
    const goods = ["A", "B", "C"].map((key) => line({ line_id: `ordli_${key}_1` }))
    expect(plan(goods, [level("north", 6), level("south", 6)]).map(({ location_id }) => location_id)).toEqual([
      "north",
      "south",
      "north",
    ])
  })

  it("B31: only the sales channel's locations count; without one, all do", () => {
    const elsewhere = level("shop", 99, { sales_channel_ids: ["sc_shop"] })
    expect(plan([line()], [elsewhere])).toEqual([])
    expect(plan([line({ sales_channel_id: null })], [elsewhere])).toHaveLength(1)
  })

  it("B31: a variant whose inventory is not managed reserves nothing", () => {
    expect(plan([line({ variant_id: "variant_other" })], [level("north", 9)])).toEqual([])
  })

  it("decision 7: its ids come from line and item alone", () => {
    const [reservation] = planReservations([line()], { items, levels: [level("north", 9)] })
    expect(reservation).toMatchObject({ id: "resitem_A_1_coffee", allow_backorder: true })
  })
})

describe("goodsOf", () => {
  it("B31: a line that is not to be shipped is no goods", () => {
    const item = {
      title: "Line",
      quantity: 1,
      unit_price: "1.00",
      product_id: "prod_x",
      variant_id: "variant_x",
      is_tax_inclusive: false,
      tax_lines: [],
      adjustments: [],
      metadata: {},
    }
    const order: Pick<RenewalOrder, "items" | "sales_channel_id"> = {
      sales_channel_id: undefined,
      items: [
        { ...item, id: "ordli_A_1", requires_shipping: false },
        { ...item, id: "ordli_B_1", requires_shipping: true },
      ],
    }
    expect(goodsOf([order]).map(({ line_id }) => line_id)).toEqual(["ordli_B_1"])
  })
})
