import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { CalculatorAnswer, CalculatorInput } from "../../../../contracts/billing/offers"
import { calculatePrices } from "../../../../rules/billing/offers/calculate-prices"
import { invalidFields } from "../../../../workflows/errors/invalid-fields"

/** Fills every cycle's price from the monthly one (B9). Nothing is stored. */
export async function POST(req: AuthenticatedMedusaRequest<CalculatorInput>, res: MedusaResponse): Promise<void> {
  const { currency_code, monthly_price, cycles } = req.validatedBody
  const calculated = calculatePrices({
    currencyCode: currency_code,
    monthlyPrice: monthly_price,
    cycles: cycles.map(({ interval, percent_off }) => ({ interval, percentOff: percent_off ?? 0 })),
  })
  if (!calculated.ok) {
    throw invalidFields("The prices were not calculated", calculated.problems)
  }
  const answer: CalculatorAnswer = { prices: calculated.prices }
  res.json(answer)
}
