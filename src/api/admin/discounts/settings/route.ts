import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { SaveSettings, SettingsAnswer } from "../../../../contracts/discounts/settings"
import { DISCOUNTS_MODULE, type DiscountsModuleService, readStoredSettings } from "../../../../modules/discounts"
import { saveDiscountSettingsWorkflow } from "../../../../workflows/discounts/settings/save-discount-settings"

async function answer(req: MedusaRequest<unknown>, res: MedusaResponse): Promise<void> {
  const { knex } = req.scope.resolve<DiscountsModuleService>(DISCOUNTS_MODULE).db
  const { settings, version } = await readStoredSettings(knex)
  res.json({ settings: { ...settings, version: version?.version ?? 0 } satisfies SettingsAnswer })
}

export const GET = (req: MedusaRequest, res: MedusaResponse): Promise<void> => answer(req, res)

/** What is left out stays as it is. */
export async function POST(req: MedusaRequest<SaveSettings>, res: MedusaResponse): Promise<void> {
  await saveDiscountSettingsWorkflow(req.scope).run({ input: req.validatedBody })
  await answer(req, res)
}
