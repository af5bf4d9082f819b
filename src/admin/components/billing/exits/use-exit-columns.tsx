import { createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import type { ExitAnswer } from "../../../../contracts/billing/exits/exits"
import { useFormat } from "../../../lib/use-format"
import { useTexts } from "../../../lib/use-texts"
import { StateBadge } from "../state-badge"
import { ExitDrawer } from "./exit-drawer"

const helper = createDataTableColumnHelper<ExitAnswer>()

/** The columns of the list of declarations. */
export function useExitColumns() {
  const { t } = useTexts("billing")
  const format = useFormat()
  return useMemo(
    () => [
      helper.accessor("kind", { header: t("exits.kind"), cell: ({ getValue }) => t(`exits.kinds.${getValue()}`) }),
      helper.accessor("name", {
        header: t("exits.who"),
        cell: ({ row }) => (
          <div className="min-w-0">
            <div className="truncate">{row.original.name}</div>
            <div className="text-ui-fg-subtle truncate">{row.original.email}</div>
          </div>
        ),
      }),
      helper.accessor("contract", {
        header: t("exits.contract"),
        cell: ({ getValue }) => <span className="block max-w-64 truncate">{getValue()}</span>,
      }),
      helper.accessor("status", {
        header: t("fields.status"),
        cell: ({ getValue }) => <StateBadge kind="exit" state={getValue()} />,
      }),
      helper.accessor("received_at", {
        header: t("exits.received"),
        cell: ({ getValue }) => format.instant(getValue()),
      }),
      helper.display({ id: "show", header: "", cell: ({ row }) => <ExitDrawer exit={row.original} /> }),
    ],
    [t, format],
  )
}
