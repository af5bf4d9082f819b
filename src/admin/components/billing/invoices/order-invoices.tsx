import { useTexts } from "../../../lib/use-texts"
import { queryKeys } from "../../../lib/query-keys"
import type { InvoiceListAnswer } from "../../../../contracts/billing/invoices"
import { useList } from "../../../lib/use-list"
import { EmptyNote } from "../../ui/empty-note"
import { InvoiceTable } from "./invoice-table"
import { Loaded } from "../../ui/loaded"
import { Section } from "../../ui/section"

export function OrderInvoices({ orderId }: { orderId: string }) {
  const { t } = useTexts("billing")
  const list = useList<InvoiceListAnswer>(queryKeys.invoices, "billing/invoices", {
    order_id: orderId,
    limit: 50,
  })
  return (
    <Section title={t("invoices.title")}>
      <Loaded query={list}>
        {({ invoices }) =>
          invoices.length === 0 ? (
            <EmptyNote title={t("invoices.none_for_order")} hint={t("invoices.none_for_order_hint")} />
          ) : (
            <InvoiceTable invoices={invoices} />
          )
        }
      </Loaded>
    </Section>
  )
}
