import { createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import type { ServiceAnswer } from "../../../../contracts/provisioning/services"
import { useServiceWords } from "../../../lib/provisioning/use-service-words"
import { useFormat } from "../../../lib/use-format"
import { useTexts } from "../../../lib/use-texts"
import { ServiceBadge } from "./service-badge"

const helper = createDataTableColumnHelper<ServiceAnswer>()

/** The columns of the list of services. */
export function useServiceColumns() {
  const { t } = useTexts("provisioning")
  const format = useFormat()
  const words = useServiceWords()
  return useMemo(
    () => [
      helper.accessor("title", {
        header: t("fields.service"),
        cell: ({ row }) => `${row.original.title} · ${t("fields.unit_number", { number: row.original.unit })}`,
      }),
      helper.accessor("email", { header: t("fields.customer"), cell: ({ getValue }) => getValue() ?? "–" }),
      helper.accessor("status", {
        header: t("fields.status"),
        cell: ({ getValue }) => <ServiceBadge status={getValue()} />,
      }),
      helper.accessor("expires_on", {
        header: t("fields.expires_on"),
        cell: ({ getValue }) => {
          const date = getValue()
          return date ? format.date(date) : t("fields.for_good")
        },
      }),
      helper.accessor("provider_id", {
        header: t("fields.provider"),
        cell: ({ getValue }) => words.ofProvider(getValue()),
      }),
      helper.accessor("problem", {
        header: t("fields.problem"),
        cell: ({ getValue }) => (
          <span className="text-ui-fg-error block max-w-[280px] truncate" title={getValue() ?? undefined}>
            {getValue() ?? ""}
          </span>
        ),
      }),
    ],
    [t, format, words],
  )
}
