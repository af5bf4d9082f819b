import type { MedusaContainer } from "@medusajs/framework/types"
import type { MedusaError } from "@medusajs/framework/utils"
import { nestingReason } from "../../../rules/packages"
import { invalidFields } from "../../errors/invalid-fields"
import type { PlannedPackage } from "./plan-package"
import { productTitles } from "./product-titles"

/** The error that names each wrong field of a package and why, with the names of the packages in a circle. */
export async function refusePackage(
  container: MedusaContainer,
  { problems, nesting }: Extract<PlannedPackage, { ok: false }>,
): Promise<MedusaError> {
  if (!nesting) {
    return invalidFields("The package was not saved", problems)
  }
  const { field, problem } = nesting
  const titles = await productTitles(container, problem.kind === "circle" ? problem.path : [problem.productId])
  const reason = nestingReason(problem, (id) => titles.get(id) ?? id)
  return invalidFields("The package was not saved", [...problems, { field, reason }])
}
