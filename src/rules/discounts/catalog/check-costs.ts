import { checkAmount, type Decimal } from "../../money"
import type { Problem } from "../types"

export type CheckedCosts = { ok: true; costs: Record<string, Decimal> | null } | { ok: false; problems: Problem[] }

/** What a unit costs, by currency (D24): each an amount with the currency's digits; an empty list is null. */
export function checkCosts(costs: Readonly<Record<string, unknown>> | null): CheckedCosts {
  const checked = Object.entries(costs ?? {}).map(([code, cost]) => ({ code, ...checkAmount(cost, code) }))
  const problems = checked.flatMap((one) => (one.ok ? [] : [{ field: `costs.${one.code}`, reason: one.reason }]))
  if (problems.length) {
    return { ok: false, problems }
  }
  const amounts = checked.flatMap((one) => (one.ok ? [[one.code, one.amount] as const] : []))
  return { ok: true, costs: amounts.length ? Object.fromEntries(amounts) : null }
}
