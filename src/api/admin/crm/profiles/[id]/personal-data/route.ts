import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { PersonalDataAnswer } from "../../../../../../contracts/customers/personal-data"
import { storeNow } from "../../../../../now"
import { pathId } from "../../../../../path-id"
import { personalData } from "../../../personal-data"

/** To be handed to the person who asks for it (C9). */
export async function GET(req: MedusaRequest, res: MedusaResponse<PersonalDataAnswer>): Promise<void> {
  const id = pathId(req.params.id, "Customer")
  const answer = await personalData(req.scope, id, await storeNow(req.scope))
  res.setHeader("Content-Disposition", `attachment; filename="personal-data.json"`)
  res.setHeader("Cache-Control", "private, no-store")
  res.json(answer)
}
