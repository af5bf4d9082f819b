import { createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { Link } from "react-router-dom"
import { useTexts } from "../../../lib/use-texts"
import { soldItems } from "../../../lib/billing/sold-items"
import { recurringTotal } from "../../../lib/billing/recurring-total"
import type { SubscriptionAnswer } from "../../../../contracts/billing/subscription-answers"
import { useFormat } from "../../../lib/use-format"
import { useSubscriptionInterval } from "../../../lib/billing/use-subscription-interval"
import { NextBill } from "./next-bill"
import { SubscriptionState } from "./subscription-state"

const helper = createDataTableColumnHelper<SubscriptionAnswer>()

/** The columns of a list of subscriptions. The number is a link, so that the keyboard reaches the row, too. */
export function useSubscriptionColumns() {
  const { t } = useTexts("billing")
  const format = useFormat()
  const intervalOf = useSubscriptionInterval()
  return useMemo(() => {
    const sortable = { enableSorting: true, sortAscLabel: t("table.ascending"), sortDescLabel: t("table.descending") }
    return [
      helper.select(),
      helper.accessor("display_id", {
        header: t("fields.number"),
        sortLabel: t("fields.number"),
        ...sortable,
        size: 90,
        cell: ({ row }) => (
          <Link
            to={`/billing/subscriptions/${row.original.id}`}
            className="text-ui-fg-base focus-visible:shadow-borders-focus rounded-sm outline-none"
            onClick={(event) => event.stopPropagation()}
          >
            #{row.original.display_id}
          </Link>
        ),
      }),
      helper.accessor("status", {
        header: t("fields.status"),
        sortLabel: t("fields.status"),
        ...sortable,
        cell: ({ row }) => <SubscriptionState subscription={row.original} />,
      }),
      helper.accessor("email", { header: t("fields.customer"), cell: ({ getValue }) => getValue() ?? "–" }),
      helper.display({
        id: "items",
        header: t("fields.sold"),
        cell: ({ row }) => soldItems(row.original.items) || "–",
      }),
      helper.display({
        id: "price",
        header: t("fields.price"),
        cell: ({ row }) => {
          const total = recurringTotal(row.original.items)
          return total === null ? "–" : format.money(total, row.original.currency_code)
        },
      }),
      helper.display({
        id: "interval",
        header: t("fields.interval"),
        cell: ({ row }) => intervalOf(row.original),
      }),
      helper.accessor("next_due_on", {
        header: t("fields.next_bill"),
        sortLabel: t("fields.next_bill"),
        ...sortable,
        cell: ({ row }) => <NextBill bill={row.original.next_bill} />,
      }),
    ]
  }, [t, format, intervalOf])
}
