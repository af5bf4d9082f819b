import { isCycleEnabled, saving, type Saving } from "../../../rules/billing"
import { checkAmount, isZero, type Decimal } from "../../../rules/money"
import { sameInterval, INTERVAL_PRESETS } from "./interval-presets"
import { intervalOf, type CycleForm } from "./offer-form"

export type CycleFigures =
  { kind: "disabled"; reason: "no_price" | "zero" | "not_an_amount" } | { kind: "enabled"; saving: Saving | null }

const priceOf = (cycle: CycleForm, currency: string): Decimal | null => {
  const checked = checkAmount(cycle.prices[currency] ?? "", currency)
  return checked.ok ? checked.amount : null
}

/** The monthly price that savings are counted from and the calculator starts with. */
export function monthlyPriceOf(cycles: CycleForm[], currency: string): Decimal | null {
  const monthly = cycles.find((cycle) => sameInterval(intervalOf(cycle), INTERVAL_PRESETS.monthly))
  return monthly ? priceOf(monthly, currency) : null
}

/** What the typed figures of a cycle mean in a currency, by the server's own rules (B6, B8). */
export function figuresOf(cycle: CycleForm, cycles: CycleForm[], currency: string): CycleFigures {
  if (!cycle.prices[currency]) {
    return { kind: "disabled", reason: "no_price" }
  }
  const price = priceOf(cycle, currency)
  if (price === null) {
    return { kind: "disabled", reason: "not_an_amount" }
  }
  if (!isCycleEnabled("recurring", price)) {
    return { kind: "disabled", reason: isZero(price) ? "zero" : "not_an_amount" }
  }
  const monthly = monthlyPriceOf(cycles, currency)
  return { kind: "enabled", saving: monthly ? saving(monthly, price, intervalOf(cycle), currency) : null }
}
