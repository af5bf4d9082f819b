import { createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { Link } from "react-router-dom"
import { useTexts } from "../../../lib/use-texts"
import type { RunAnswer } from "../../../../contracts/billing/runs"
import { useFormat } from "../../../lib/use-format"
import { RunState } from "./run-state"

const helper = createDataTableColumnHelper<RunAnswer>()
const COUNTERS = ["issued", "paid", "declined", "ended"] as const

export function useRunColumns() {
  const { t } = useTexts("billing")
  const format = useFormat()
  return useMemo(
    () => [
      helper.accessor("as_of", {
        header: t("runs.as_of"),
        cell: ({ row }) => (
          <Link
            to={`/billing/runs/${row.original.id}`}
            className="text-ui-fg-base focus-visible:shadow-borders-focus rounded-sm outline-none"
            onClick={(event) => event.stopPropagation()}
          >
            {format.date(row.original.as_of)}
          </Link>
        ),
      }),
      helper.accessor("status", {
        header: t("fields.status"),
        cell: ({ row }) => <RunState run={row.original} />,
      }),
      ...COUNTERS.map((counter) =>
        helper.accessor(counter, {
          header: t(`runs.counters.${counter}`),
          align: "right",
          cell: ({ getValue }) => format.number(Number(getValue())),
        }),
      ),
      helper.accessor("created_at", {
        header: t("runs.requested"),
        cell: ({ getValue }) => format.instant(String(getValue())),
      }),
    ],
    [t, format],
  )
}
