import fc from "fast-check"
import { compare, multiply, type Decimal } from "../../money"
import { amounts, decimalOf, LAW } from "../../__tests__/arbitraries"
import {
  articleDiscount,
  assigned,
  discountFacts,
  discountSettings,
  orderDiscount,
  rule,
  evaluatedLine,
} from "../../__tests__/discounts"
import { roundingGroupsOf } from "../calculation/rounding-groups"
import { checkOrderDiscounts } from "../calculation/order-discount"
import { componentsOf, allocateOnce } from "../calculation/components"
import { chooseByType } from "../eligibility/choose-by-type"
import { checkEligibility } from "../eligibility/check-eligibility"
import { Evaluation } from "../evaluation"
import type { ArticleDiscount, DiscountFacts, GrantedDiscount } from "../types"
import { exactComponents } from "./exact-components"

/** The components of one article with these discounts, as an order calculates them; exact, as amounts. */
function componentsAtOrder(facts: DiscountFacts): Decimal[] {
  const evaluation = new Evaluation(facts)
  const chosen = roundingGroupsOf(evaluation.lines).map((roundingGroup) => ({
    roundingGroup,
    checked: chooseByType(
      evaluation
        .listOf(roundingGroup.first.line)
        .map((listed) => checkEligibility(listed, roundingGroup.first, evaluation)),
    ),
  }))
  const [order = null] = checkOrderDiscounts(evaluation, 0n).filter(({ refusal }) => refusal === null)
  const shares = allocateOnce(chosen, evaluation)
  return chosen
    .flatMap((one) => componentsOf({ chosen: one, shares, personalPercent: facts.personalPercent, order }, evaluation))
    .map(({ subunits }) => evaluation.fixedPoint.write(subunits))
}

const granted = (
  source: GrantedDiscount["source"],
  value: Decimal,
  more: Partial<GrantedDiscount> = {},
): GrantedDiscount => ({
  source,
  discountId: source === "personal" ? null : `${source}_1`,
  name: source,
  mode: "percent",
  value,
  per: "unit",
  renewals: "forever",
  renewalCycles: null,
  ...more,
})

/** The same discounts as input of the renewal, in the order of the first order's calculation. */
const asGranted = (facts: DiscountFacts): GrantedDiscount[] => [
  ...(facts.personalPercent === null ? [] : [granted("personal", facts.personalPercent)]),
  ...facts.discounts.flatMap(({ rules: [first] }) =>
    first ? [granted("article", first.value, { mode: first.mode, per: first.per })] : [],
  ),
  ...facts.orderDiscounts.flatMap(({ ranges: [first] }) => (first ? [granted("order", first.percent)] : [])),
]

const percentages = fc.integer({ min: 0, max: 1_000_000 }).map((units) => decimalOf(units, 4))
const articleDiscounts: fc.Arbitrary<ArticleDiscount[]> = fc
  .array(
    fc.oneof(
      percentages.map((value) => rule({ value })),
      fc
        .record({
          value: amounts({ min: 0, max: 20_000, digits: 2 }),
          per: fc.constantFrom("unit" as const, "article" as const),
        })
        .map(({ value, per }) => rule({ mode: "fixed", value, per, currencyCode: "eur" })),
    ),
    { maxLength: 4 },
  )
  .map((rules) => rules.map((one, n) => articleDiscount({ id: `disc_${n}`, type: "cumulative", rules: [one] })))

const arbitraryFacts: fc.Arbitrary<DiscountFacts> = fc
  .record({
    unitPrice: amounts({ min: 1, max: 100_000, digits: 2 }),
    quantity: fc.integer({ min: 1, max: 12 }),
    personalPercent: fc.option(percentages, { nil: null }),
    discounts: articleDiscounts,
    order: fc.option(percentages, { nil: null }),
    orderDiscountBase: fc.constantFrom("price" as const, "remaining" as const),
  })
  .map(({ unitPrice, quantity, personalPercent, discounts, order, orderDiscountBase }) =>
    discountFacts({
      ...assigned(...discounts),
      personalPercent,
      channel: "quick_order",
      lines: [evaluatedLine({ unitPrice, quantity, isEligible: true })],
      orderDiscounts:
        order === null
          ? []
          : [orderDiscount({ ranges: [{ currencyCode: "eur", min: null, max: null, percent: order }] })],
      settings: discountSettings({ orderDiscountBase }),
    }),
  )

describe("exactComponents", () => {
  it("D18, D25: personal first, article and order on what that leaves", () => {
    const given = [granted("personal", "10"), granted("article", "20"), granted("order", "5")]
    const of = { price: "100", units: 1 }
    expect(exactComponents(given, { ...of, orderDiscountBase: "price" })).toEqual(["10", "18", "4.5"])
    expect(exactComponents(given, { ...of, orderDiscountBase: "remaining" })).toEqual(["10", "18", "3.6"])
  })

  it("law: a renewal has exactly the components of its first order", () => {
    fc.assert(
      fc.property(arbitraryFacts, (facts) => {
        const [line] = facts.lines
        const price = multiply(line?.unitPrice ?? "0", line?.quantity ?? 0)
        const { orderDiscountBase } = facts.settings
        const onRenewal = exactComponents(asGranted(facts), { price, units: line?.quantity ?? 0, orderDiscountBase })
        const atOrder = componentsAtOrder(facts)
        expect(onRenewal.map((component, index) => compare(component, atOrder[index] ?? "-1"))).toEqual(
          atOrder.map(() => 0),
        )
      }),
      LAW,
    )
  })
})
