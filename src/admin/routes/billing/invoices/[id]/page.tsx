import { Container } from "@medusajs/ui"
import { useParams, type UIMatch } from "react-router-dom"
import { InvoiceAccount } from "../../../../components/billing/accounts/invoice-account"
import { InvoiceEntries } from "../../../../components/billing/accounts/invoice-entries"
import { InvoiceHeader } from "../../../../components/billing/accounts/invoice-header"
import { InvoiceCreditNotes } from "../../../../components/billing/credit-notes/invoice-credit-notes"
import { InvoiceFiles } from "../../../../components/billing/documents/invoice-files"
import { InvoiceCrumb } from "../../../../components/billing/invoices/invoice-crumb"
import { InvoiceDocument } from "../../../../components/billing/invoices/invoice-document"
import { PaymentLinks } from "../../../../components/billing/payment-pages/payment-links"
import { InvoiceMessages } from "../../../../components/billing/reminders/invoice-messages"
import { Loaded } from "../../../../components/ui/loaded"
import { Section } from "../../../../components/ui/section"
import { useInvoice } from "../../../../lib/billing/use-invoice"
import { useTexts } from "../../../../lib/use-texts"

const InvoicePage = () => {
  const { id = "" } = useParams()
  const { t } = useTexts("billing")
  const query = useInvoice(id)

  return (
    <Loaded query={query} rows={8} framed>
      {({ invoice }) => (
        <div className="flex flex-col gap-3 xl:flex-row xl:items-start">
          <div className="flex min-w-0 flex-col gap-y-3 xl:flex-1">
            <InvoiceHeader invoice={invoice} />
            <Section
              title={t("accounts.document")}
              hint={t("invoices.immutable")}
              actions={<InvoiceFiles id={invoice.id} number={invoice.number} />}
            >
              <InvoiceDocument invoice={invoice} />
            </Section>
          </div>
          {invoice.payment && (
            <div className="flex min-w-0 flex-col gap-y-3 xl:w-[400px]">
              <InvoiceAccount invoice={invoice} />
              <InvoiceCreditNotes notes={invoice.credit_notes} currency={invoice.currency_code} />
              <InvoiceEntries entries={invoice.entries} />
              {invoice.kind === "invoice" && (
                <Container className="p-0">
                  <PaymentLinks invoiceId={invoice.id} />
                </Container>
              )}
              <InvoiceMessages invoiceId={invoice.id} />
            </div>
          )}
        </div>
      )}
    </Loaded>
  )
}

export const handle = { breadcrumb: ({ params }: UIMatch) => <InvoiceCrumb id={params.id ?? ""} /> }

export default InvoicePage
