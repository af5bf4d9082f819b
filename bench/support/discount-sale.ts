import type { DiscountFacts } from "../../src/rules/discounts"

/** The cart that is calculated by ours and by Medusa: the same lines, prices and percentages on both sides. */
export interface SaleSize {
  lines: number
  discounts: number
}

export const CURRENCY = "eur"
export const GROUP = "cusgroup_trade"

const unlimited = { isLimited: false, startsOn: null, endsOn: null }
const unused = { limit: null, used: 0, limitPerCustomer: null, usedByCustomer: 0 }

const productOf = (index: number): string => `prod_${index}`
const priceOf = (index: number): number => 10 + index + (index % 100) / 100
export const quantityOf = (index: number): number => 1 + (index % 12)
export const percentOf = (index: number): number => 1 + (index % 9)
const targetOf = (index: number, { lines }: SaleSize): string => productOf(index % lines)

const times = <Made>(count: number, make: (index: number) => Made): Made[] =>
  Array.from({ length: count }, (_, index) => make(index))

/** Each discount is of one product, for one group, cumulative; two of them on each of a hundred lines. */
export function discountFacts(size: SaleSize): DiscountFacts {
  return {
    channel: "cart",
    currencyCode: CURRENCY,
    asOf: "2026-06-01",
    groups: [GROUP],
    personalPercent: null,
    lines: times(size.lines, (index) => ({
      id: `item_${index}`,
      kind: "article",
      variantId: `variant_${index}`,
      productId: productOf(index),
      collectionId: `pcol_${index % 10}`,
      categoryIds: [`pcat_${index % 5}`],
      unitPrice: priceOf(index).toFixed(2),
      quantity: quantityOf(index),
      isTaxInclusive: false,
      taxRate: "19",
      isDiscountable: true,
      isEligible: false,
      hasSpecialPrice: false,
      taken: "0",
      unitCost: null,
    })),
    discounts: times(size.discounts, (index) => ({
      id: `disc_${index}`,
      name: `Discount ${index}`,
      type: "cumulative",
      isActive: true,
      groups: [GROUP],
      rules: [
        {
          id: `drul_${index}`,
          trigger: "quantity",
          min: "1",
          max: null,
          mode: "percent",
          value: String(percentOf(index)),
          per: "unit",
          currencyCode: null,
        },
      ],
      usage: unused,
      renewals: "first_only",
      renewalCycles: null,
    })),
    assignments: times(size.discounts, (index) => ({
      discountId: `disc_${index}`,
      level: "product",
      targetId: targetOf(index, size),
      position: index,
      period: unlimited,
    })),
    orderDiscounts: [],
    settings: {
      isAdvanced: true,
      onSpecialPrices: false,
      orderDiscountBase: "price",
      personalScope: "quick_order",
      maxDiscountPercent: null,
      minMarginPercent: null,
    },
  }
}

/** The same as promotions: one of each product, for the group, a percentage of each unit. */
export const promotionsOf = (size: SaleSize) =>
  times(size.discounts, (index) => ({
    code: `BENCH-${index}`,
    type: "standard" as const,
    status: "active" as const,
    is_automatic: false,
    rules: [{ attribute: "customer.groups.id", operator: "in" as const, values: [GROUP] }],
    application_method: {
      type: "percentage" as const,
      target_type: "items" as const,
      allocation: "each" as const,
      max_quantity: 1_000,
      value: percentOf(index),
      currency_code: CURRENCY,
      target_rules: [{ attribute: "items.product.id", operator: "in" as const, values: [targetOf(index, size)] }],
    },
  }))

/** The cart as Medusa's own workflow hands it to `computeActions`. */
export const promotionContext = (size: SaleSize) => ({
  currency_code: CURRENCY,
  customer: { id: "cus_bench", groups: [{ id: GROUP }] },
  items: times(size.lines, (index) => ({
    id: `item_${index}`,
    quantity: quantityOf(index),
    unit_price: priceOf(index),
    subtotal: priceOf(index) * quantityOf(index),
    original_total: priceOf(index) * quantityOf(index),
    is_discountable: true,
    product: { id: productOf(index) },
    adjustments: [],
  })),
})
