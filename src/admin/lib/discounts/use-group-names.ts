import { useQuery } from "@tanstack/react-query"
import { useCallback } from "react"
import { useTexts } from "../use-texts"
import { queryKeys } from "../query-keys"
import { isEveryone } from "./is-everyone"
import { listGroups } from "../store/list-groups"

/** Names of customer groups by id. One that was deleted since says so. */
export function useGroupNames(): (id: string) => string {
  const { t } = useTexts("discounts")
  const groups = useQuery({ queryKey: [...queryKeys.groups, "all"], queryFn: () => listGroups() })
  const { data, isPending } = groups
  return useCallback(
    (id: string) => {
      if (isEveryone(id)) {
        return t("everyone")
      }
      return data?.find((group) => group.id === id)?.title ?? (isPending ? "…" : t("group_gone"))
    },
    [data, isPending, t],
  )
}
