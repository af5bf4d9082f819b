import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AnswerPriceChangeBody } from "../../../../../../../contracts/billing/price-changes"
import { answerPriceChangeWorkflow } from "../../../../../../../workflows/billing/price-changes/answer-price-change"
import { ownRequest } from "../../own-request"
import { ownSubscription } from "../../own-subscription"

export async function POST(req: AuthenticatedMedusaRequest<AnswerPriceChangeBody>, res: MedusaResponse): Promise<void> {
  await answerPriceChangeWorkflow(req.scope).run({ input: { ...(await ownRequest(req)), ...req.validatedBody } })
  res.json({ subscription: await ownSubscription(req) })
}
