import { lineFieldsFor, removeLineFields } from "./line-fields"

describe("the fields by which lines are known", () => {
  it("are added to whatever lists lines, or parts of lines, and has none", () => {
    expect(lineFieldsFor(["id", "total", "region.name"])).toEqual([])
    expect(lineFieldsFor(["items"])).toEqual([])
    expect(lineFieldsFor(["items.title", "items.total"])).toEqual(["items.id", "items.metadata"])
    expect(lineFieldsFor(["items.id", "items.title", "items.metadata"])).toEqual([])
    expect(lineFieldsFor(["items.*", "items.variant.*"])).toEqual([])
    expect(lineFieldsFor(["orders.items.detail.quantity"])).toEqual(["orders.items.id", "orders.items.metadata"])
    expect(lineFieldsFor(["fulfillments.items.title", "returns.items.quantity"])).toEqual([
      "fulfillments.items.line_item_id",
      "returns.items.item_id",
    ])
    expect(lineFieldsFor(["exchanges.additional_items.quantity"])).toEqual(["exchanges.additional_items.item_id"])
  })

  it("go from the answer again, where they were added and nowhere else", () => {
    const answer = {
      orders: [
        { id: "order_1", items: [{ id: "ordli_1", title: "A" }], fulfillments: [{ id: "ful_1" }, { items: null }] },
        { id: "order_2" },
      ],
      count: 2,
      next: null,
    }
    removeLineFields(answer, ["items.id", "fulfillments.items.line_item_id"])
    expect(answer).toEqual({
      orders: [
        { id: "order_1", items: [{ title: "A" }], fulfillments: [{ id: "ful_1" }, { items: null }] },
        { id: "order_2" },
      ],
      count: 2,
      next: null,
    })
  })
})
