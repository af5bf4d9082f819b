import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { previewRunSchema, type RunPreviewAnswer } from "../../../../../contracts/billing/runs"
import { CORE_MODULE, type CoreModuleService } from "../../../../../modules/core"
import { checkRunDate } from "../../../../../rules/billing"
import { previewRun } from "../../../../../workflows/billing/runs/preview-run"
import { parseInput } from "../../../../parse-input"

/** What a run would issue and charge, before it is started; it changes nothing. */
export async function GET(req: MedusaRequest, res: MedusaResponse<{ preview: RunPreviewAnswer }>): Promise<void> {
  const { as_of } = parseInput(previewRunSchema, req.query)
  const today = await req.scope.resolve<CoreModuleService>(CORE_MODULE).today()
  const asOf = as_of ?? today
  const refusal = checkRunDate(asOf, today)
  if (refusal) {
    throw new MedusaError(MedusaError.Types.INVALID_DATA, refusal)
  }
  res.json({ preview: await previewRun(req.scope, asOf) })
}
