import { Table, Text } from "@medusajs/ui"
import { useTexts } from "../../../lib/use-texts"
import type { InvoiceAnswer } from "../../../../contracts/billing/invoices"
import { useFormat } from "../../../lib/use-format"
import { dueDateOf } from "./due-date-of"
import { InvoiceCorrections } from "./invoice-corrections"
import { InvoiceDrawer } from "./invoice-drawer"
import { InvoiceLink } from "./invoice-link"
import { InvoiceState } from "./invoice-state"
import { SimpleTable } from "../../ui/simple-table"

/** A renewal's invoice that is of no single subscription is of several. */
const isOfSeveral = ({ renewal_id, subscription_id }: InvoiceAnswer): boolean =>
  renewal_id !== null && subscription_id === null

/** Issued invoices, the latest first, each with its payment state. */
export function InvoiceTable({ invoices }: { invoices: InvoiceAnswer[] }) {
  const { t } = useTexts("billing")
  const format = useFormat()
  const latestFirst = [...invoices].sort((a, b) => b.number.localeCompare(a.number))
  return (
    <SimpleTable
      heads={[t("fields.number"), t("fields.payment"), t("fields.total"), t("fields.issued"), t("fields.due"), ""]}
    >
      {latestFirst.map((invoice) => (
        <Table.Row key={invoice.id}>
          <Table.Cell className="whitespace-nowrap">
            <InvoiceLink invoice={invoice} />
            {isOfSeveral(invoice) && (
              <Text size="xsmall" className="text-ui-fg-subtle">
                {t("invoices.of_several")}
              </Text>
            )}
          </Table.Cell>
          <Table.Cell>
            <InvoiceState invoice={invoice} />
          </Table.Cell>
          <Table.Cell className="whitespace-nowrap">
            {format.money(invoice.total, invoice.currency_code)}
            <InvoiceCorrections invoice={invoice} />
          </Table.Cell>
          <Table.Cell className="whitespace-nowrap">{format.date(invoice.issued_on)}</Table.Cell>
          <Table.Cell className="whitespace-nowrap">{format.date(dueDateOf(invoice))}</Table.Cell>
          <Table.Cell className="text-right">
            <InvoiceDrawer id={invoice.id} number={invoice.number} />
          </Table.Cell>
        </Table.Row>
      ))}
    </SimpleTable>
  )
}
