import vectors from "../../../integration-tests/vectors/allocation.json"
import { allocate, sum, round } from "."

describe("the shared allocation cases", () => {
  it.each(vectors)("$source: $amount $currency over $weights", ({ amount, weights, currency, parts }) => {
    expect(allocate(amount, weights, currency)).toEqual(parts)
    expect(round(sum(parts), currency)).toBe(round(amount, currency))
  })
})
