import { evaluate, amountsOf, traceOf, percent, range, eligible } from "../../__tests__/discount-answers"
import { articleDiscount, assigned, discountSettings, orderDiscount, rule } from "../../__tests__/discounts"
import { subtract } from "../../money"
import type { DiscountFacts } from ".."

describe("the personal percentage", () => {
  const three: Partial<DiscountFacts> = {
    ...assigned(percent("a", "20")),
    lines: [eligible],
    orderDiscounts: [orderDiscount({ ranges: [range(null, null, "5")] })],
    personalPercent: "10",
    channel: "quick_order",
  }

  it("D25: comes first, and the others work on what it leaves: 100, 10 %, 20 %, 5 % are 67.50", () => {
    const [line] = evaluate(three).lines
    expect(subtract(line?.price ?? "0", line?.amount ?? "0")).toBe("67.5")
    expect(line?.discounts.map(({ source, amount }) => `${source} ${amount}`)).toEqual([
      "personal 10.00",
      "article 18.00",
      "order 4.50",
    ])
    const settings = discountSettings({ orderDiscountBase: "remaining" })
    expect(amountsOf({ ...three, settings })).toEqual(["31.60"])
  })

  it("D25: counts on quick-order links only, or in the whole store where the setting says so", () => {
    expect(amountsOf({ ...three, channel: "cart" })).toEqual(["25.00"])
    expect(traceOf({ ...three, channel: "cart" })[0]).toMatchObject({ source: "personal", reason: "channel" })
    const settings = discountSettings({ personalScope: "store" })
    expect(amountsOf({ ...three, channel: "draft_order", settings })).toEqual(["32.50"])
    expect(traceOf({ ...three, personalPercent: "0.00" }).map(({ source }) => source)).toEqual(["article", "order"])
  })

  it("D1, D13, D25: ranges and amounts are compared with the price before it", () => {
    const rules = [rule({ trigger: "amount", min: "100.00", currencyCode: "eur", value: "20" })]
    expect(
      amountsOf({
        ...three,
        ...assigned(articleDiscount({ rules })),
        orderDiscounts: [orderDiscount({ ranges: [range("100.00", null, "5")] })],
      }),
    ).toEqual(["32.50"])
  })
})
