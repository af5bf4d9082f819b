import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { BillingSettingsAnswer, SaveBillingSettings } from "../../../../contracts/billing/settings"
import { BILLING_MODULE, type BillingModuleService } from "../../../../modules/billing"
import { readVersionedSettings } from "../../../../modules/core"
import {
  billingSettingsOf,
  saveBillingSettingsWorkflow,
} from "../../../../workflows/billing/dunning/save-billing-settings"

type Answer = { settings: BillingSettingsAnswer }

async function answer(req: MedusaRequest<unknown>, res: MedusaResponse<Answer>): Promise<void> {
  const { db, options } = req.scope.resolve<BillingModuleService>(BILLING_MODULE)
  const stored = await readVersionedSettings(db.knex, "billing")
  const settings = billingSettingsOf(stored?.values ?? null, options)
  res.json({ settings: { ...settings, version: stored?.version ?? 0 } })
}

export const GET = (req: MedusaRequest, res: MedusaResponse<Answer>): Promise<void> => answer(req, res)

/** What is left out stays as it is. */
export async function POST(req: MedusaRequest<SaveBillingSettings>, res: MedusaResponse<Answer>): Promise<void> {
  await saveBillingSettingsWorkflow(req.scope).run({ input: req.validatedBody })
  await answer(req, res)
}
