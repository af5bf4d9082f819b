import { createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import type { BehindFigureRow } from "../../../../contracts/billing/figures/figures"
import { useFormat } from "../../../lib/use-format"
import { useTexts } from "../../../lib/use-texts"
import { StateBadge } from "../state-badge"

const helper = createDataTableColumnHelper<BehindFigureRow>()

/** The columns of what is behind a number. An event adds no amount. */
export function useBehindColumns(currency: string, hasAmounts: boolean) {
  const { t } = useTexts("billing")
  const format = useFormat()
  return useMemo(
    () => [
      helper.accessor("display_id", {
        header: t("figures.subscription"),
        cell: ({ getValue }) => `#${getValue()}`,
      }),
      helper.accessor("email", { header: t("figures.customer"), cell: ({ getValue }) => getValue() ?? "–" }),
      helper.accessor("status", {
        header: t("fields.status"),
        cell: ({ getValue }) => <StateBadge kind="subscription" state={getValue()} />,
      }),
      helper.accessor("on_date", {
        header: t("figures.on"),
        cell: ({ row }) => (row.original.on_date ? format.date(row.original.on_date) : "–"),
      }),
      ...(hasAmounts
        ? [
            helper.accessor("amount", {
              header: t("figures.amount"),
              cell: ({ getValue }) => <span className="tabular-nums">{format.money(getValue(), currency)}</span>,
            }),
          ]
        : []),
    ],
    [t, format, currency, hasAmounts],
  )
}
