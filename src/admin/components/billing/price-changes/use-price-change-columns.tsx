import { createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import type { ListedPriceChangeAnswer } from "../../../../contracts/billing/price-changes"
import { useFormat } from "../../../lib/use-format"
import { useTexts } from "../../../lib/use-texts"
import { StateBadge } from "../state-badge"

const helper = createDataTableColumnHelper<ListedPriceChangeAnswer>()

/** The columns of the list of new prices. */
export function usePriceChangeColumns() {
  const { t } = useTexts("billing")
  const format = useFormat()
  return useMemo(
    () => [
      helper.accessor("subscription_number", {
        header: t("price_changes.subscription"),
        cell: ({ row }) => (
          <div className="min-w-0">
            <div className="truncate">
              #{row.original.subscription_number} · {row.original.title}
            </div>
            <div className="text-ui-fg-subtle truncate">{row.original.email ?? "–"}</div>
          </div>
        ),
      }),
      helper.accessor("to", {
        header: t("price_changes.prices"),
        cell: ({ row: { original } }) => (
          <span className="whitespace-nowrap tabular-nums">
            {format.money(original.from, original.currency_code)} → {format.money(original.to, original.currency_code)}
          </span>
        ),
      }),
      helper.accessor("effective_on", {
        header: t("price_changes.effective_on"),
        cell: ({ getValue }) => format.date(getValue()),
      }),
      helper.accessor("answer_until", {
        header: t("price_changes.answer_until"),
        cell: ({ getValue }) => {
          const until = getValue()
          return until === null ? "–" : format.date(until)
        },
      }),
      helper.accessor("status", {
        header: t("fields.status"),
        cell: ({ getValue }) => <StateBadge kind="price_change" state={getValue()} />,
      }),
    ],
    [t, format],
  )
}
