import type { Looked } from "./look-at"
import type { Refusal } from "./states"

/**
 * D17: of the applicable discounts, in the order of the list, the first exclusive one alone; else all cumulative ones;
 * else the first non-cumulative one. The others get the reason why they step back.
 */
export function chooseByType(looked: readonly Looked[]): Looked[] {
  const applicable = looked.filter(({ refusal }) => refusal === null)
  const ofType = (type: Looked["discount"]["type"]) => applicable.filter(({ discount }) => discount.type === type)
  const [exclusive] = ofType("exclusive")
  const cumulative = ofType("cumulative")
  const [nonCumulative] = ofType("non_cumulative")

  const behind = ({ discount: { type } }: Looked): Refusal => {
    if (exclusive) {
      return type === "exclusive" ? "earlier_goes_first" : "exclusive_goes_first"
    }
    return cumulative.length ? "cumulative_goes_first" : "earlier_goes_first"
  }
  const chosen = new Set(
    exclusive ? [exclusive] : cumulative.length ? cumulative : nonCumulative ? [nonCumulative] : [],
  )
  return looked.map((one) => (one.refusal !== null || chosen.has(one) ? one : { ...one, refusal: behind(one) }))
}
