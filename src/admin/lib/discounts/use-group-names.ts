import { useQuery } from "@tanstack/react-query"
import { useCallback } from "react"
import { useTranslation } from "react-i18next"
import { NAMESPACE } from "../namespace"
import { queryKeys } from "../query-keys"
import { isEveryone, listGroups } from "./groups"

/** Names of customer groups by id. One that was deleted since says so. */
export function useGroupNames(): (id: string) => string {
  const { t } = useTranslation(NAMESPACE)
  const groups = useQuery({ queryKey: [...queryKeys.groups, "all"], queryFn: () => listGroups() })
  const { data, isPending } = groups
  return useCallback(
    (id: string) => {
      if (isEveryone(id)) {
        return t("discounts.everyone")
      }
      return data?.find((group) => group.id === id)?.title ?? (isPending ? "…" : t("discounts.group_gone"))
    },
    [data, isPending, t],
  )
}
