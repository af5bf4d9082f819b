import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { SaveSettings, SettingsAnswer } from "../../../../contracts/discounts/settings"
import { DISCOUNTS_MODULE, type DiscountsModuleService, readSettings } from "../../../../modules/discounts"
import { saveDiscountSettingsWorkflow } from "../../../../workflows/discounts/settings/save-discount-settings"

export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { knex } = req.scope.resolve<DiscountsModuleService>(DISCOUNTS_MODULE).db
  const settings: SettingsAnswer = await readSettings(knex)
  res.json({ settings })
}

/** What is left out stays as it is. */
export async function POST(req: MedusaRequest<SaveSettings>, res: MedusaResponse): Promise<void> {
  await saveDiscountSettingsWorkflow(req.scope).run({ input: req.validatedBody })
  const { knex } = req.scope.resolve<DiscountsModuleService>(DISCOUNTS_MODULE).db
  const settings: SettingsAnswer = await readSettings(knex)
  res.json({ settings })
}
