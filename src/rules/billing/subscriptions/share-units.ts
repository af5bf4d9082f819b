import { splitUnits } from "../../money"

/** Splits pieces by weights so that the parts make the whole: what does not come out goes to the largest remainders. */
export const shareUnits = (quantity: number, weights: readonly number[]): number[] =>
  splitUnits(
    BigInt(quantity),
    weights.map((weight) => BigInt(weight)),
  ).map(Number)
