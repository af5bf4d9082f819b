import { Table, clx } from "@medusajs/ui"
import type { CycleAnswer, OfferAnswer } from "../../../../../contracts/billing/offers"
import { intervalName } from "../../../../lib/billing/interval-name"
import { useTaxInclusion } from "../../../../lib/store/use-tax-inclusion"
import { useTexts } from "../../../../lib/use-texts"
import { useFormat } from "../../../../lib/use-format"
import { SimpleTable } from "../../../ui/simple-table"

interface OfferCycleTableProps {
  offer: OfferAnswer
  currencies: string[]
}

/** Each cycle with its figures per currency; what cannot be ordered is greyed, with the reason (B6, B8). */
export function OfferCycleTable({ offer, currencies }: OfferCycleTableProps) {
  const { t } = useTexts("billing")
  if (offer.payment_type === "free") {
    return null
  }
  const cycles = [...offer.cycles].sort((a, b) => a.rank - b.rank)
  return (
    <SimpleTable heads={[t("fields.interval"), t("fields.price"), t("fields.setup_fee"), t("fields.saving")]}>
      {cycles.flatMap((cycle) =>
        currencies.map((currency, position) => (
          <CycleRow
            key={`${cycle.id}-${currency}`}
            cycle={cycle}
            currency={currency}
            name={position > 0 ? "" : cycle.interval ? intervalName(cycle.interval, t) : t("payment_types.lifetime")}
          />
        )),
      )}
    </SimpleTable>
  )
}

interface CycleRowProps {
  cycle: CycleAnswer
  currency: string
  name: string
}

function CycleRow({ cycle, currency, name }: CycleRowProps) {
  const { t } = useTexts("billing")
  const format = useFormat()
  const taxes = useTaxInclusion()
  const isTaxInclusive = taxes.data && Boolean(taxes.data[currency])
  const price = cycle.prices.find((candidate) => candidate.currency_code === currency)
  const fee = cycle.setup_fees.find((candidate) => candidate.currency_code === currency)
  const enabled = cycle.enabled[currency] ?? false
  const saving = cycle.savings[currency]
  return (
    <Table.Row className={clx(!enabled && "text-ui-fg-disabled")}>
      <Table.Cell className="text-ui-fg-base whitespace-nowrap">{name}</Table.Cell>
      <Table.Cell className="whitespace-nowrap">
        {enabled && price ? (
          <>
            {format.money(price.amount, currency)}{" "}
            {isTaxInclusive !== undefined && (
              <span className="text-ui-fg-muted">{t(isTaxInclusive ? "offer.with_tax" : "offer.without_tax")}</span>
            )}
          </>
        ) : (
          <span>
            {t(price ? "cycles.disabled_zero" : "cycles.disabled_no_price", { currency: currency.toUpperCase() })}
          </span>
        )}
      </Table.Cell>
      <Table.Cell className="whitespace-nowrap">{fee ? format.money(fee.amount, currency) : "–"}</Table.Cell>
      <Table.Cell className="whitespace-nowrap">
        {saving
          ? t("cycles.saving", {
              amount: format.money(saving.amount, currency),
              percent: format.percent(saving.percent),
            })
          : "–"}
      </Table.Cell>
    </Table.Row>
  )
}
