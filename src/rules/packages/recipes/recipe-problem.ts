/** What is wrong with a field, and why. */
export interface RecipeProblem {
  /** A path: `entries.0.quantity`. */
  field: string
  reason: string
}
