import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { ExitSettingsAnswer, SaveExitSettings } from "../../../../../contracts/billing/exits/exits"
import { saveExitSettingsWorkflow } from "../../../../../workflows/billing/exits/save-exit-settings"
import { readExitSettingsAnswer } from "../../../../../workflows/billing/exits/read-exit-settings"

async function answer(req: MedusaRequest<unknown>, res: MedusaResponse): Promise<void> {
  const settings: ExitSettingsAnswer = await readExitSettingsAnswer(req.scope)
  res.json({ settings })
}

export const GET = (req: MedusaRequest, res: MedusaResponse): Promise<void> => answer(req, res)

/** Regions that are left out stay as they are. */
export async function POST(req: MedusaRequest<SaveExitSettings>, res: MedusaResponse): Promise<void> {
  await saveExitSettingsWorkflow(req.scope).run({ input: req.validatedBody })
  await answer(req, res)
}
