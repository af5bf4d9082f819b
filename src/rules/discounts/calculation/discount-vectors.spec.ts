import vectors from "../../../../integration-tests/vectors/discounts.json"
import {
  articleDiscount,
  assignment,
  discountFacts,
  orderDiscount,
  rule,
  evaluatedLine,
} from "../../__tests__/discounts"
import { round, subtract, sum } from "../../money"
import { evaluateDiscounts, EVERYONE, type DiscountRule, type DiscountType } from ".."

interface Vector {
  source: string
  currency: string
  groups?: string[]
  order_discount?: { ranges: { min: string; max: string | null; percent: string }[] }
  article_discounts?: {
    type: string
    groups: string[]
    rules: { trigger: string; min: string; max: string | null; mode: string; value: string }[]
  }[]
  items: { name: string; unit_price: string; quantity: number; eligible?: boolean }[]
  discounts: string[]
  total?: string
}

const factsOf = ({ currency, groups, order_discount, article_discounts = [], items }: Vector) =>
  discountFacts({
    currencyCode: currency,
    groups: groups ?? [],
    lines: items.map(({ name, unit_price, quantity, eligible }) =>
      evaluatedLine({
        id: name,
        variantId: name,
        productId: name,
        unitPrice: unit_price,
        quantity,
        isEligible: eligible ?? false,
      }),
    ),
    discounts: article_discounts.map((discount, index) =>
      articleDiscount({
        id: `disc_${index}`,
        type: discount.type as DiscountType,
        groups: discount.groups,
        rules: discount.rules.map((one) => rule(one as Partial<DiscountRule>)),
      }),
    ),
    assignments: article_discounts.flatMap((_, position) =>
      items.map(({ name }) => assignment({ discountId: `disc_${position}`, targetId: name, position })),
    ),
    orderDiscounts: order_discount
      ? [
          orderDiscount({
            groups: [EVERYONE],
            ranges: order_discount.ranges.map((range) => ({ ...range, currencyCode: currency })),
          }),
        ]
      : [],
  })

describe("the shared discount cases", () => {
  it.each<Vector>(vectors)("$source", (vector) => {
    const { lines } = evaluateDiscounts(factsOf(vector))
    expect(lines.map(({ amount }) => amount)).toEqual(vector.discounts)
    if (vector.total) {
      const total = subtract(sum(lines.map(({ price }) => price)), sum(lines.map(({ amount }) => amount)))
      expect(round(total, vector.currency)).toBe(vector.total)
    }
  })
})
