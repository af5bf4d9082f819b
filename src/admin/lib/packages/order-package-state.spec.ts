import type { OrderPackageAnswer } from "../../../contracts/packages/orders"
import { newOrderPackage, toOrderBreakdownBody, toOrderPackageBody, toOrderPackageState } from "./order-package-state"

const sold: OrderPackageAnswer = {
  line_id: "ordli_1",
  product_id: "prod",
  variant_id: "variant",
  title: "Photo kit",
  quantity: 2,
  unit_price: "50",
  choices: [{ path: "pent_1", is_hidden: true }],
  period: { from: "2099-06-01T10:00:00.000Z", to: "2099-06-04T10:00:00.000Z" },
  hours: 3,
  days: null,
  lists_contents: false,
  contents: [],
}

describe("a package on an order as it is typed", () => {
  it("law: what is opened and saved unchanged stays what it is", () => {
    const { quantity, choices, period, hours, days, lists_contents } = sold
    expect(toOrderPackageBody(toOrderPackageState(sold))).toEqual({
      quantity,
      choices,
      period,
      hours,
      days,
      lists_contents,
    })
  })

  it("days are said where there is no period; what is no number is none", () => {
    const typed = { ...newOrderPackage(true), days: "3", hours: "x" }
    expect(toOrderPackageBody(typed)).toMatchObject({ period: null, days: 3, hours: null, lists_contents: true })
    const rented = { ...typed, from: { date: "2099-06-01", time: "10:00" } }
    expect(toOrderPackageBody(rented)).toMatchObject({ period: { to: "" }, days: null })
  })

  it("asks for the breakdown at the order's prices, with the recipe that was sold there", () => {
    const place = { order_id: "order_1", variant_id: "variant" }
    expect(toOrderBreakdownBody(newOrderPackage(true), place)).toMatchObject({
      ...{ for_order: { order_id: "order_1" }, variant_id: "variant", quantity: 1 },
    })
    expect(toOrderBreakdownBody(toOrderPackageState(sold), { ...place, line_id: sold.line_id })).toMatchObject({
      for_order: { order_id: "order_1", line_id: "ordli_1" },
    })
  })
})
