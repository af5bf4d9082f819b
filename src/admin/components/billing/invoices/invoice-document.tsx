import { Text } from "@medusajs/ui"
import { addressLines } from "../../../lib/billing/address-lines"
import { taxLabel } from "../../../lib/billing/tax-label"
import { useTexts } from "../../../lib/use-texts"
import type { InvoiceDetailAnswer } from "../../../../contracts/billing/invoices"
import { useFormat } from "../../../lib/use-format"
import { AmountRow } from "../../ui/amount-row"
import { InvoiceLineItem } from "./invoice-line-item"

/** An invoice as it stands for ever: parties, lines, taxes by rate, totals. */
export function InvoiceDocument({ invoice }: { invoice: InvoiceDetailAnswer }) {
  const { t } = useTexts("billing")
  const format = useFormat()
  const { seller, buyer, order, lines, taxes, credits, totals, currency_code: currency } = invoice.document
  const parties = [
    {
      label: t("invoices.seller"),
      lines: [seller.name, ...addressLines(seller.address, format.locale), seller.vat_number],
    },
    {
      label: t("invoices.buyer"),
      lines: [
        buyer.company ?? buyer.name,
        ...addressLines(buyer.address, format.locale),
        buyer.vat_number,
        buyer.email,
        order.purchase_order_number && t("invoices.purchase_order", { number: order.purchase_order_number }),
      ],
    },
  ]

  return (
    <div className="divide-y">
      <div className="grid grid-cols-1 gap-4 px-6 py-4 sm:grid-cols-2">
        {parties.map((party) => (
          <div key={party.label} className="min-w-0">
            <Text size="xsmall" className="text-ui-fg-muted">
              {party.label}
            </Text>
            {party.lines.filter(Boolean).map((line, row) => (
              <Text key={row} size="small" className="break-words">
                {line}
              </Text>
            ))}
          </div>
        ))}
      </div>
      <ul className="flex flex-col gap-y-3 px-6 py-4">
        {lines.map((line, row) => (
          <InvoiceLineItem key={row} line={line} currency={currency} />
        ))}
      </ul>
      <div className="flex flex-col gap-y-1 px-6 py-4">
        <AmountRow label={t("invoices.subtotal")} amount={totals.subtotal} currency={currency} />
        {Number(totals.discount) !== 0 && (
          <AmountRow label={t("invoices.discount")} amount={`-${totals.discount}`} currency={currency} />
        )}
        {Number(totals.shipping) !== 0 && (
          <AmountRow label={t("invoices.shipping")} amount={totals.shipping} currency={currency} />
        )}
        {taxes.map((tax, row) => (
          <AmountRow key={row} label={taxLabel(tax, format.rate(tax.rate))} amount={tax.amount} currency={currency} />
        ))}
        {credits.map((credit, row) => (
          <AmountRow key={row} label={credit.name} amount={`-${credit.amount}`} currency={currency} />
        ))}
        {Number(totals.rounding ?? 0) !== 0 && (
          <AmountRow label={t("invoices.rounding")} amount={totals.rounding} currency={currency} />
        )}
        <AmountRow strong label={t("invoices.payable")} amount={totals.payable} currency={currency} />
        {invoice.payment && Number(invoice.payment.refunded_total) !== 0 && (
          <AmountRow
            label={t("invoices.refunded")}
            amount={invoice.payment.refunded_total}
            currency={currency}
            isTakenOff
          />
        )}
      </div>
    </div>
  )
}
