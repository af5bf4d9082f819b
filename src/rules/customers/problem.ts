/** What is wrong with a field, and why. */
export interface CustomerProblem {
  field: string
  reason: string
}
