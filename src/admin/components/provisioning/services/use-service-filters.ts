import { createDataTableFilterHelper } from "@medusajs/ui"
import { useMemo } from "react"
import type { ServiceAnswer } from "../../../../contracts/provisioning/services"
import { SERVICE_STATUSES } from "../../../../rules/provisioning/states"
import { useProviders } from "../../../lib/provisioning/use-provisioning"
import { useServiceWords } from "../../../lib/provisioning/use-service-words"
import { useTexts } from "../../../lib/use-texts"

const helper = createDataTableFilterHelper<ServiceAnswer>()

export function useServiceFilters() {
  const { t } = useTexts("provisioning")
  const { data } = useProviders()
  const words = useServiceWords()
  return useMemo(
    () => [
      helper.accessor("status", {
        type: "multiselect",
        searchable: false,
        label: t("fields.status"),
        options: SERVICE_STATUSES.map((status) => ({ value: status, label: t(`statuses.${status}`) })),
      }),
      helper.accessor("provider_id", {
        type: "multiselect",
        searchable: false,
        label: t("fields.provider"),
        options: (data?.providers ?? []).map(({ id, name }) => ({ value: id, label: words.own(name) })),
      }),
    ],
    [t, data, words],
  )
}
