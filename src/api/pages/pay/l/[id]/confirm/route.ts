import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { pageRoute } from "../../../../page-route"
import { payByForm } from "../../../pay-by-form"

export const POST = pageRoute((req: MedusaRequest, res: MedusaResponse) => payByForm(req, res, "confirm"))
