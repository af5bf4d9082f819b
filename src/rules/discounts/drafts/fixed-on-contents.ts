import type { Problem } from "../types"

/** A fixed amount on an article that its contents make the price of (P9). `index` is its place among the assignments. */
export const fixedOnContents = (index: number): Problem => ({
  field: `assignments.${index}.target_id`,
  reason: "its price is made by its contents: a fixed amount cannot be taken off it, a percentage can",
})
