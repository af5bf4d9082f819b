import { Hint } from "@medusajs/ui"
import { useTaxInclusion } from "../../../lib/store/use-tax-inclusion"
import { useTexts } from "../../../lib/use-texts"

/** Says whether tax is in the prices that are typed, as the store's settings have it. */
export function TaxNote({ currency }: { currency: string }) {
  const { t } = useTexts("billing")
  const { data } = useTaxInclusion()
  if (!data) {
    return null
  }
  const key = data[currency] ? "offer.tax_in" : "offer.tax_on_top"
  return <Hint>{t(key, { currency: currency.toUpperCase() })}</Hint>
}
