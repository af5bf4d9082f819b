import { createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import type { QueuedCallAnswer } from "../../../../contracts/provisioning/services"
import { useServiceWords } from "../../../lib/provisioning/use-service-words"
import { useFormat } from "../../../lib/use-format"
import { useTexts } from "../../../lib/use-texts"
import { DeliverButton } from "../services/service-actions"
import { CallBadge } from "../services/service-badge"

const helper = createDataTableColumnHelper<QueuedCallAnswer>()

/** The columns of the queue. */
export function useQueueColumns() {
  const { t } = useTexts("provisioning")
  const format = useFormat()
  const words = useServiceWords()
  return useMemo(
    () => [
      helper.accessor("title", {
        header: t("queue.call"),
        cell: ({ row }) => `${words.ofAction(row.original.action)} · ${row.original.title}`,
      }),
      helper.accessor("email", { header: t("fields.customer"), cell: ({ getValue }) => getValue() ?? "–" }),
      helper.accessor("provider_id", {
        header: t("fields.provider"),
        cell: ({ getValue }) => words.ofProvider(getValue()),
      }),
      helper.accessor("status", {
        header: t("fields.status"),
        cell: ({ getValue }) => <CallBadge status={getValue()} />,
      }),
      helper.accessor("attempts", { header: t("queue.attempts") }),
      helper.accessor("next_try_at", {
        header: t("queue.next"),
        cell: ({ getValue }) => {
          const at = getValue()
          return at ? format.instant(at) : "–"
        },
      }),
      helper.accessor("reason", {
        header: t("fields.problem"),
        cell: ({ getValue }) => (
          <span className="block max-w-[280px] truncate" title={getValue() ?? undefined}>
            {getValue() ?? ""}
          </span>
        ),
      }),
      helper.display({
        id: "deliver",
        header: "",
        cell: ({ row }) =>
          row.original.status === "failed" ? (
            // The row itself leads to the service.
            <span onClick={(event) => event.stopPropagation()}>
              <DeliverButton id={row.original.service_id} label={t("deliver.again")} />
            </span>
          ) : null,
      }),
    ],
    [t, format, words],
  )
}
