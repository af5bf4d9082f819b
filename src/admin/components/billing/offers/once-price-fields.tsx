import { useTexts } from "../../../lib/use-texts"
import { FormPart } from "../../ui/forms/form-part"
import { TaxNote } from "./tax-note"
import { FormAmount } from "./form-amount"

/** Price and set-up fee of what is paid once (B4), in each of the store's currencies. */
export function OncePriceFields({ currencies }: { currencies: string[] }) {
  const { t } = useTexts("billing")
  return (
    <FormPart title={t("fields.price")} hint={t("offer.once_hint")}>
      <div className="flex flex-col gap-y-3">
        {currencies.map((currency) => (
          <div key={currency} className="flex flex-col gap-y-1">
            <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
              <FormAmount
                label={`${t("fields.price")} (${currency.toUpperCase()})`}
                name={`once.prices.${currency}`}
                currency={currency}
              />
              <FormAmount
                label={`${t("fields.setup_fee")} (${currency.toUpperCase()})`}
                name={`once.setup_fees.${currency}`}
                currency={currency}
              />
            </div>
            <TaxNote currency={currency} />
          </div>
        ))}
      </div>
    </FormPart>
  )
}
