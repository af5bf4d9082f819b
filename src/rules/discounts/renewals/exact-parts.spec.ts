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
  saleLine,
} from "../../__tests__/discounts"
import { lotsOf } from "../calculation/lots"
import { lookAtOrderDiscounts } from "../calculation/order-discount"
import { partsOf, spreadOnce } from "../calculation/parts"
import { chooseByType } from "../eligibility/choose-by-type"
import { lookAt } from "../eligibility/look-at"
import { Sale } from "../sale"
import type { ArticleDiscount, DiscountFacts, GrantedDiscount } from "../types"
import { exactParts } from "./exact-parts"

/** The parts as the sale counts them, of one article with these discounts; exact, as amounts. */
function partsAtSale(facts: DiscountFacts): Decimal[] {
  const sale = new Sale(facts)
  const chosen = lotsOf(sale.lines).map((lot) => ({
    lot,
    looked: chooseByType(sale.listOf(lot.first.line).map((listed) => lookAt(listed, lot.first, sale))),
  }))
  const [order = null] = lookAtOrderDiscounts(sale, 0n).filter(({ refusal }) => refusal === null)
  const shares = spreadOnce(chosen, sale)
  return chosen
    .flatMap((one) => partsOf({ chosen: one, shares, personalPercent: facts.personalPercent, order }, sale))
    .map(({ grains }) => sale.scale.write(grains))
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

/** The same discounts as the renewal is given them, in the order in which the sale counts them. */
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

const sales: fc.Arbitrary<DiscountFacts> = fc
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
      lines: [saleLine({ unitPrice, quantity, isEligible: true })],
      orderDiscounts:
        order === null
          ? []
          : [orderDiscount({ ranges: [{ currencyCode: "eur", min: null, max: null, percent: order }] })],
      settings: discountSettings({ orderDiscountBase }),
    }),
  )

describe("exactParts", () => {
  it("D18, D25: personal first, article and order on what that leaves", () => {
    const given = [granted("personal", "10"), granted("article", "20"), granted("order", "5")]
    const of = { price: "100", units: 1 }
    expect(exactParts(given, { ...of, orderDiscountBase: "price" })).toEqual(["10", "18", "4.5"])
    expect(exactParts(given, { ...of, orderDiscountBase: "remaining" })).toEqual(["10", "18", "3.6"])
  })

  it("law: a renewal counts the very parts that its sale counted", () => {
    fc.assert(
      fc.property(sales, (facts) => {
        const [line] = facts.lines
        const price = multiply(line?.unitPrice ?? "0", line?.quantity ?? 0)
        const { orderDiscountBase } = facts.settings
        const onRenewal = exactParts(asGranted(facts), { price, units: line?.quantity ?? 0, orderDiscountBase })
        const atSale = partsAtSale(facts)
        expect(onRenewal.map((part, index) => compare(part, atSale[index] ?? "-1"))).toEqual(atSale.map(() => 0))
      }),
      LAW,
    )
  })
})
