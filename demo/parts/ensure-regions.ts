import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createRegionsWorkflow, createTaxRegionsWorkflow, updateStoresWorkflow } from "@medusajs/medusa/core-flows"
import { REGIONS } from "../data/regions"

const PAYMENT_PROVIDERS = ["pp_demo_demo", "pp_system_default"]

async function ensureTax(container: MedusaContainer, country_code: string, rate: number): Promise<void> {
  const [known] = await container.resolve(Modules.TAX).listTaxRegions({ country_code })
  if (!known) {
    const default_tax_rate = { rate, code: `${country_code.toUpperCase()}-VAT`, name: `VAT ${rate} %` }
    await createTaxRegionsWorkflow(container).run({
      input: [{ country_code, provider_id: "tp_system", default_tax_rate }],
    })
  }
}

/** The regions with their taxes; their ids by currency. */
export async function ensureRegions(container: MedusaContainer): Promise<Record<string, string>> {
  const [store] = await container.resolve(Modules.STORE).listStores()
  const supported_currencies = REGIONS.map(({ currency_code }, index) => ({ currency_code, is_default: index === 0 }))
  if (store?.name !== "Alpine Hosting") {
    await updateStoresWorkflow(container).run({
      input: { selector: { id: store?.id }, update: { name: "Alpine Hosting", supported_currencies } },
    })
  }
  const ids: Record<string, string> = {}
  for (const { name, currency_code, taxes } of REGIONS) {
    const [known] = await container.resolve(Modules.REGION).listRegions({ name })
    const create = { name, currency_code, countries: Object.keys(taxes), payment_providers: PAYMENT_PROVIDERS }
    const made = known ? [known] : (await createRegionsWorkflow(container).run({ input: { regions: [create] } })).result
    ids[currency_code] = made[0]?.id ?? ""
    for (const [country, rate] of Object.entries(taxes)) {
      await ensureTax(container, country, rate)
    }
  }
  return ids
}
