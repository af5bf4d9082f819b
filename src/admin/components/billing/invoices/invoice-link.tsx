import { Link } from "react-router-dom"
import type { InvoiceAnswer } from "../../../../contracts/billing/invoices"

/** An invoice's number, which leads to its page. */
export const InvoiceLink = ({ invoice }: { invoice: Pick<InvoiceAnswer, "id" | "number"> }) => (
  <Link
    className="text-ui-fg-interactive focus-visible:shadow-borders-focus rounded-sm outline-none"
    to={`/billing/invoices/${invoice.id}`}
  >
    {invoice.number}
  </Link>
)
