import { Button, Drawer, Text } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { useFormat } from "../../../lib/use-format"
import { useTexts } from "../../../lib/use-texts"
import { queryKeys } from "../../../lib/query-keys"
import { sdk } from "../../../lib/sdk"
import type { InvoiceDetailAnswer } from "../../../../contracts/billing/invoices"
import { InvoiceFiles } from "../documents/invoice-files"
import { dueDateOf } from "./due-date-of"
import { InvoiceDocument } from "./invoice-document"
import { InvoiceState } from "./invoice-state"
import { Loaded } from "../../ui/loaded"
import { PaymentLinks } from "../payment-pages/payment-links"

/** Opens an invoice as it was issued; fetched when it is asked for. */
export function InvoiceDrawer({ id, number }: { id: string; number: string }) {
  const { t } = useTexts("billing")
  const format = useFormat()
  const [open, setOpen] = useState(false)
  const query = useQuery({
    queryKey: [...queryKeys.invoices, "detail", id],
    queryFn: () => sdk.client.fetch<{ invoice: InvoiceDetailAnswer }>(`/admin/billing/invoices/${id}`),
    enabled: open,
  })
  return (
    <Drawer open={open} onOpenChange={setOpen}>
      <Drawer.Trigger asChild>
        <Button size="small" variant="transparent" aria-label={t("invoices.show_named", { number })}>
          {t("invoices.show")}
        </Button>
      </Drawer.Trigger>
      <Drawer.Content>
        <Drawer.Header>
          <Drawer.Title>{number}</Drawer.Title>
          <Drawer.Description>{t("invoices.immutable")}</Drawer.Description>
        </Drawer.Header>
        <Drawer.Body className="overflow-y-auto p-0">
          <Loaded query={query} rows={6}>
            {({ invoice }) => (
              <div className="divide-y">
                <div className="flex flex-wrap items-center justify-between gap-2 px-6 py-4">
                  <Text size="small" className="text-ui-fg-subtle">
                    {t("invoices.issued_due", {
                      issued: format.date(invoice.issued_on),
                      due: format.date(dueDateOf(invoice)),
                    })}
                  </Text>
                  <InvoiceState invoice={invoice} />
                </div>
                <InvoiceDocument invoice={invoice} />
                {invoice.kind === "invoice" && <PaymentLinks invoiceId={invoice.id} />}
              </div>
            )}
          </Loaded>
        </Drawer.Body>
        <Drawer.Footer>
          <InvoiceFiles id={id} number={number} />
        </Drawer.Footer>
      </Drawer.Content>
    </Drawer>
  )
}
