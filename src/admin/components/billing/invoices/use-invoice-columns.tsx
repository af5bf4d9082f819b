import { createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { Link } from "react-router-dom"
import type { InvoiceDetailAnswer } from "../../../../contracts/billing/invoices"
import { useFormat } from "../../../lib/use-format"
import { useTexts } from "../../../lib/use-texts"
import { dueDateOf } from "./due-date-of"
import { InvoiceDrawer } from "./invoice-drawer"
import { InvoiceLink } from "./invoice-link"
import { InvoiceState } from "./invoice-state"

const helper = createDataTableColumnHelper<InvoiceDetailAnswer>()
const LINK = "text-ui-fg-interactive focus-visible:shadow-borders-focus rounded-sm outline-none"

/** The columns of the list of invoices. */
export function useInvoiceColumns() {
  const { t } = useTexts("billing")
  const format = useFormat()
  return useMemo(
    () => [
      helper.accessor("number", {
        header: t("fields.number"),
        cell: ({ row }) => <InvoiceLink invoice={row.original} />,
      }),
      helper.display({
        id: "payment",
        header: t("fields.payment"),
        cell: ({ row }) => <InvoiceState invoice={row.original} />,
      }),
      helper.accessor("total", {
        header: t("fields.total"),
        align: "right",
        cell: ({ row: { original } }) => format.money(original.total, original.currency_code),
      }),
      helper.display({
        id: "buyer",
        header: t("fields.customer"),
        cell: ({ row: { original } }) => original.document.buyer.company ?? original.document.buyer.name ?? "–",
      }),
      helper.accessor("issued_on", { header: t("fields.issued"), cell: ({ getValue }) => format.date(getValue()) }),
      helper.accessor(dueDateOf, {
        id: "due_on",
        header: t("fields.due_on"),
        cell: ({ getValue }) => format.date(getValue()),
      }),
      helper.display({
        id: "for",
        header: t("fields.for"),
        cell: ({ row: { original } }) => (
          <span className="flex gap-x-3 whitespace-nowrap">
            {original.subscription_id && (
              <Link className={LINK} to={`/billing/subscriptions/${original.subscription_id}`}>
                {t("subscriptions.one")}
              </Link>
            )}
            <Link className={LINK} to={`/orders/${original.order_id}`}>
              {t("fields.order")}
            </Link>
          </span>
        ),
      }),
      helper.display({
        id: "show",
        header: "",
        cell: ({ row }) => <InvoiceDrawer id={row.original.id} number={row.original.number} />,
      }),
    ],
    [t, format],
  )
}
