import type { GivenDiscount, WhyRecord } from "../../../contracts/discounts/answers"
import { sum, type Decimal } from "../../../rules/money"

export interface TakenOff {
  total: Decimal
  /** Each discount once, with what it took off all lines. */
  discounts: { key: string; source: GivenDiscount["source"]; name: string; amount: Decimal }[]
}

/** What came off an order by its discounts. */
export function takenOff({ lines }: Pick<WhyRecord, "lines">): TakenOff {
  const discounts = new Map<string, TakenOff["discounts"][number]>()
  for (const { source, discount_id, name, amount } of lines.flatMap((line) => line.discounts)) {
    const key = `${source}-${discount_id ?? ""}`
    discounts.set(key, { key, source, name, amount: sum([discounts.get(key)?.amount ?? "0", amount]) })
  }
  return { total: sum(lines.map(({ amount }) => amount)), discounts: [...discounts.values()] }
}
