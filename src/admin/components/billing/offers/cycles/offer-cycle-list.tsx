import type { CycleAnswer, OfferAnswer } from "../../../../../contracts/billing/offers"
import { intervalName } from "../../../../lib/billing/interval-name"
import { useTexts } from "../../../../lib/use-texts"
import { useFormat } from "../../../../lib/use-format"
import { CardRow } from "../../../ui/card-row"
import { DetailDrawer } from "../../../ui/detail-drawer"
import { OfferCycleTable } from "./offer-cycle-table"

interface OfferCycleListProps {
  offer: OfferAnswer
  /** The store's currencies, its default one first. */
  currencies: string[]
}

/** What each cycle costs in the store's own currency; all prices are one click away (B6, B8). */
export function OfferCycleList({ offer, currencies }: OfferCycleListProps) {
  const { t } = useTexts("billing")
  const [currency] = currencies
  if (offer.payment_type === "free" || !currency) {
    return null
  }
  return (
    <>
      <ul className="divide-y">
        {[...offer.cycles]
          .sort((a, b) => a.rank - b.rank)
          .map((cycle) => (
            <CycleLine key={cycle.id} cycle={cycle} currency={currency} />
          ))}
      </ul>
      <div className="flex justify-end px-6 py-3">
        <DetailDrawer label={t("offer.all_prices")} title={t("cycles.title")} hint={t("cycles.hint")}>
          <OfferCycleTable offer={offer} currencies={currencies} />
        </DetailDrawer>
      </div>
    </>
  )
}

function CycleLine({ cycle, currency }: { cycle: CycleAnswer; currency: string }) {
  const { t } = useTexts("billing")
  const format = useFormat()
  const price = cycle.prices.find((candidate) => candidate.currency_code === currency)
  const fee = cycle.setup_fees.find((candidate) => candidate.currency_code === currency)
  const isEnabled = cycle.enabled[currency] ?? false
  const reason = t(price ? "cycles.disabled_zero" : "cycles.disabled_no_price", { currency: currency.toUpperCase() })
  return (
    <CardRow
      hint={!isEnabled ? reason : fee && `${t("fields.setup_fee")} ${format.money(fee.amount, currency)}`}
      end={isEnabled && price ? format.money(price.amount, currency) : "–"}
    >
      {cycle.interval ? intervalName(cycle.interval, t) : t("payment_types.lifetime")}
    </CardRow>
  )
}
