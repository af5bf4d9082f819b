import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { findAsset } from "../../../../pages/base/asset"
import { pageRoute } from "../../page-route"
import { sendProblem } from "../../send-page"

/** A file of the pages: its name has its content's hash in it, so that it never changes. */
export const GET = pageRoute(async (req: MedusaRequest, res: MedusaResponse) => {
  const asset = findAsset(req.params.file ?? "")
  if (!asset) {
    sendProblem(req, res, "not_found")
    return
  }
  res.set({
    "Content-Type": asset.type,
    "Cache-Control": "public, max-age=31536000, immutable",
    "Cross-Origin-Resource-Policy": "same-origin",
  })
  res.send(asset.body)
})
