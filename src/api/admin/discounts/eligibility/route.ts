import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  listEligibilitySchema,
  type EligibilityAnswer,
  type SaveEligibility,
} from "../../../../contracts/discounts/articles"
import { readEligibilityAnswer } from "../../../../workflows/discounts/catalog/read-eligibility-answer"
import { saveEligibilityWorkflow } from "../../../../workflows/discounts/catalog/save-eligibility"
import { parseInput } from "../../../parse-input"

const FIRST_PAGE = { limit: 50, offset: 0 }

/** What the order discount applies to, or does not, by its own word (D3). */
export async function GET(req: MedusaRequest, res: MedusaResponse<EligibilityAnswer>): Promise<void> {
  res.json(await readEligibilityAnswer(req.scope, parseInput(listEligibilitySchema, req.query)))
}

/** Says it of many at once: all or none. */
export async function POST(req: MedusaRequest<SaveEligibility>, res: MedusaResponse<EligibilityAnswer>): Promise<void> {
  await saveEligibilityWorkflow(req.scope).run({ input: req.validatedBody })
  res.json(await readEligibilityAnswer(req.scope, FIRST_PAGE))
}
