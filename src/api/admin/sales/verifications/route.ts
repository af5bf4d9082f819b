import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { VerificationAnswer, VerifySalesBody } from "../../../../contracts/sales/chain"
import { verifyAndNote } from "../../../../workflows/sales/chain/verify-and-note"

/** Verifies all chains and checkpoints; with an exported checkpoint, against that. */
export async function POST(
  req: AuthenticatedMedusaRequest<VerifySalesBody>,
  res: MedusaResponse<{ verification: VerificationAnswer }>,
): Promise<void> {
  const { checkpoint = null } = req.validatedBody
  const actor = `user:${req.auth_context.actor_id}`
  res.json({ verification: await verifyAndNote(req.scope, { checkpoint, actor, now: new Date() }) })
}
