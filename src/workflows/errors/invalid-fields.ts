import { MedusaError } from "@medusajs/framework/utils"
import type { FieldProblem } from "../../rules/billing/offers/offer-draft"

/** `cycles.0.prices.1.amount` as a reader of the request finds it: `cycles[0].prices[1].amount`. */
const asPath = (field: string): string => field.replace(/\.(\d+)(?=\.|$)/g, "[$1]")

/** One error of Medusa's shape that names each wrong field and why. */
export function invalidFields(title: string, problems: FieldProblem[]): MedusaError {
  const list = problems.map(({ field, reason }) => `${asPath(field)}: ${reason}`)
  return new MedusaError(MedusaError.Types.INVALID_DATA, `${title}. ${list.join("; ")}`)
}
