import type { MedusaRequest } from "@medusajs/framework/http"
import { figureRange, type FigureRange } from "../../../../rules/billing"
import type { CivilDate } from "../../../../rules/calendar"
import { invalidFields } from "../../../../workflows/errors/invalid-fields"
import { storeDate } from "../../../store-date"

/** The days that are asked for, and today. Throws INVALID_DATA with the field and why. */
export async function askedRange(
  req: MedusaRequest,
  asked: { from?: CivilDate | undefined; to?: CivilDate | undefined },
): Promise<FigureRange & { today: CivilDate }> {
  const today = await storeDate(req.scope)
  const answer = figureRange(asked, { asOf: today })
  if (!answer.ok) {
    throw invalidFields("These days cannot be shown", answer.problems)
  }
  return { ...answer.range, today }
}
