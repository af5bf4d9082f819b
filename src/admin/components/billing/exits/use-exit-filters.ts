import { createDataTableFilterHelper } from "@medusajs/ui"
import { useMemo } from "react"
import type { ExitAnswer } from "../../../../contracts/billing/exits/exits"
import { EXIT_KINDS, EXIT_STATUSES } from "../../../../rules/billing/states"
import { useTexts } from "../../../lib/use-texts"

const helper = createDataTableFilterHelper<ExitAnswer>()

export function useExitFilters() {
  const { t } = useTexts("billing")
  return useMemo(
    () => [
      helper.accessor("status", {
        type: "multiselect",
        searchable: false,
        label: t("fields.status"),
        options: EXIT_STATUSES.map((status) => ({ value: status, label: t(`states.exit.${status}`) })),
      }),
      helper.accessor("kind", {
        type: "multiselect",
        searchable: false,
        label: t("exits.kind"),
        options: EXIT_KINDS.map((kind) => ({ value: kind, label: t(`exits.kinds.${kind}`) })),
      }),
    ],
    [t],
  )
}
