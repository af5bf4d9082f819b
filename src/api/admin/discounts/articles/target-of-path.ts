import type { MedusaRequest } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import type { Target } from "../../../../modules/discounts"
import { ASSIGNMENT_LEVELS } from "../../../../rules/discounts"
import { pathId } from "../../../path-id"

/** The target of a path such as `articles/product/prod_1`. */
export function targetOfPath(req: MedusaRequest<unknown>): Target {
  const level = ASSIGNMENT_LEVELS.find((one) => one === req.params.level)
  if (!level) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `There is nothing at articles/${JSON.stringify(req.params.level ?? "")}: it is one of ${ASSIGNMENT_LEVELS.join(", ")}`,
    )
  }
  return { level, target_id: pathId(req.params.target_id, level) }
}
