import { Hint } from "@medusajs/ui"

/** What is wrong with a part of a form, in words. */
export function ProblemNotes({ reasons }: { reasons: readonly string[] }) {
  return reasons.map((reason) => (
    <Hint key={reason} variant="error" role="alert">
      {reason}
    </Hint>
  ))
}
