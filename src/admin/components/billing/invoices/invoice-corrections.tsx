import { Text } from "@medusajs/ui"
import type { InvoiceAnswer } from "../../../../contracts/billing/invoices"
import { add, isNegative, isZero, negate } from "../../../../rules/money"
import { useFormat } from "../../../lib/use-format"
import { useTexts } from "../../../lib/use-texts"

/** What an invoice has to be corrected by, as its order has changed since; nothing where nothing is open. */
export function InvoiceCorrections({ invoice }: { invoice: InvoiceAnswer }) {
  const { t } = useTexts("billing")
  const format = useFormat()
  const open = invoice.corrections.filter(({ document_id }) => document_id === null)
  const sum = open.reduce((total, { amount }) => add(total, amount), "0")
  if (isZero(sum)) {
    return null
  }
  const isCredit = isNegative(sum)
  const amount = format.money(isCredit ? negate(sum) : sum, invoice.currency_code)
  return (
    <Text size="xsmall" className="text-ui-fg-subtle">
      {t(isCredit ? "invoices.to_credit" : "invoices.to_invoice", { amount })}
    </Text>
  )
}
