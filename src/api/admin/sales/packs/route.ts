import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { packParts } from "../../../../workflows/sales/packs/pack-parts"
import { storeDate } from "../../../store-date"
import { streamFile } from "../../../stream-file"

/** Sales, events, checkpoints and invoices with a verifier that needs only Node. */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const actor = `user:${req.auth_context.actor_id}`
  const fileName = `sales-pack-${await storeDate(req.scope)}.zip`
  await streamFile(res, {
    fileName,
    mimeType: "application/zip",
    parts: packParts(req.scope, { now: new Date(), actor }),
  })
}
