import { createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import type { OfferRequestAnswer } from "../../../../contracts/billing/offer-requests/offer-requests"
import { useFormat } from "../../../lib/use-format"
import { useTexts } from "../../../lib/use-texts"
import { StateBadge } from "../state-badge"
import { OfferRequestDrawer } from "./offer-request-drawer"

const helper = createDataTableColumnHelper<OfferRequestAnswer>()

/** The columns of the list of requests. */
export function useOfferRequestColumns() {
  const { t } = useTexts("billing")
  const format = useFormat()
  return useMemo(
    () => [
      helper.accessor("name", {
        header: t("requests.who"),
        cell: ({ row }) => (
          <div className="min-w-0">
            <div className="truncate">{row.original.name || t("requests.erased")}</div>
            <div className="text-ui-fg-subtle truncate">{row.original.email}</div>
          </div>
        ),
      }),
      helper.accessor("title", {
        header: t("requests.product"),
        cell: ({ row }) => (
          <span className="block max-w-64 truncate">{`${row.original.quantity} × ${row.original.title}`}</span>
        ),
      }),
      helper.accessor("status", {
        header: t("fields.status"),
        cell: ({ getValue }) => <StateBadge kind="offer_request" state={getValue()} />,
      }),
      helper.accessor("received_at", {
        header: t("requests.received"),
        cell: ({ getValue }) => format.instant(getValue()),
      }),
      helper.display({ id: "show", header: "", cell: ({ row }) => <OfferRequestDrawer request={row.original} /> }),
    ],
    [t, format],
  )
}
