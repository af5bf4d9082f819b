import { MedusaError } from "@medusajs/framework/utils"
import { oneLine } from "../../rules/text"

/** A problem of one field, from any room's rule. */
export interface FieldProblem {
  /** A path: `cycles.0.prices.1.amount`. */
  field: string
  reason: string
}

/** `cycles.0.prices.1.amount` in the spelling of the request: `cycles[0].prices[1].amount`. */
const asPath = (field: string): string => field.replace(/\.(\d+)(?=\.|$)/g, "[$1]")

/** One error of Medusa's shape that names each wrong field and why. */
export function invalidFields(title: string, problems: readonly FieldProblem[]): MedusaError {
  const list = problems.map(({ field, reason }) => oneLine(`${asPath(field)}: ${reason}`))
  return new MedusaError(MedusaError.Types.INVALID_DATA, `${title}. ${list.join("; ")}`)
}
