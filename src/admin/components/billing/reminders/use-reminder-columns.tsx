import { createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import type { ReminderAnswer } from "../../../../contracts/billing/reminders"
import { useWords } from "../../../lib/billing/use-words"
import { useFormat } from "../../../lib/use-format"
import { useTexts } from "../../../lib/use-texts"
import { StateBadge } from "../state-badge"
import { ReminderDrawer } from "./reminder-drawer"

const helper = createDataTableColumnHelper<ReminderAnswer>()

/** The columns of the list of messages. */
export function useReminderColumns() {
  const { t } = useTexts("billing")
  const format = useFormat()
  const words = useWords()
  return useMemo(
    () => [
      helper.accessor("template", {
        header: t("reminders.message"),
        cell: ({ getValue }) => words.ofMessage(getValue()),
      }),
      helper.accessor("recipient", { header: t("reminders.to"), cell: ({ getValue }) => getValue() ?? "–" }),
      helper.accessor("status", {
        header: t("fields.status"),
        cell: ({ getValue }) => <StateBadge kind="reminder" state={getValue()} />,
      }),
      helper.accessor("on_date", { header: t("reminders.about"), cell: ({ getValue }) => format.date(getValue()) }),
      helper.accessor("sent_on", {
        header: t("reminders.sent"),
        cell: ({ row }) =>
          row.original.sent_on
            ? format.date(row.original.sent_on)
            : row.original.reason
              ? words.ofReason(row.original.reason)
              : "–",
      }),
      helper.display({ id: "show", header: "", cell: ({ row }) => <ReminderDrawer reminder={row.original} /> }),
    ],
    [t, format],
  )
}
