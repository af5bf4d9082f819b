import { Text } from "@medusajs/ui"
import type { InvoiceLine } from "../../../../rules/billing"
import { useTexts } from "../../../lib/use-texts"
import { useFormat } from "../../../lib/use-format"

const ROW = "flex items-start justify-between gap-x-4"

/** A line of an invoice: what, how many, for which days, for how much before tax. */
export function InvoiceLineItem({ line, currency }: { line: InvoiceLine; currency: string }) {
  const { t } = useTexts("billing")
  const format = useFormat()
  return (
    <li className={line.kind === "content" ? `${ROW} pl-4` : ROW}>
      <div className="min-w-0">
        <Text size="small" weight="plus" className="break-words">
          {Number(line.quantity) === 1 ? line.title : `${format.number(Number(line.quantity))} × ${line.title}`}
        </Text>
        {line.kind === "setup_fee" && (
          <Text size="small" className="text-ui-fg-subtle">
            {t("fields.setup_fee")}
          </Text>
        )}
        {line.hidden && (
          <Text size="small" className="text-ui-fg-subtle">
            {t("invoices.not_printed")}
          </Text>
        )}
        {line.period && (
          <Text size="small" className="text-ui-fg-subtle">
            {format.period(line.period.start, line.period.end)}
          </Text>
        )}
      </div>
      <Text size="small" className="whitespace-nowrap tabular-nums">
        {format.money(line.total, currency)}
      </Text>
    </li>
  )
}
