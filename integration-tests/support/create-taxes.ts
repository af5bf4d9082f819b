import type { MedusaContainer } from "@medusajs/framework/types"
import { createTaxRegionsWorkflow } from "@medusajs/medusa/core-flows"

const RATES = { de: 19, fr: 20, ch: 8.1 }

/** Each country's standard rate, on top of the price: 19 % in Germany, 20 % in France, 8.1 % in Switzerland. */
export async function createTaxes(container: MedusaContainer): Promise<void> {
  await createTaxRegionsWorkflow(container).run({
    input: Object.entries(RATES).map(([country_code, rate]) => ({
      country_code,
      provider_id: "tp_system",
      default_tax_rate: { rate, code: `${country_code.toUpperCase()}-VAT`, name: `VAT ${rate} %` },
    })),
  })
}
