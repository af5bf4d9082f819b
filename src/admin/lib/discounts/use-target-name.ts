import { useCallback } from "react"
import type { AssignmentLevel } from "../../../rules/discounts/states"
import { useTexts } from "../use-texts"

/** The name of what a discount is assigned to. One that was deleted since says so. */
export function useTargetName(): (target: { level: AssignmentLevel; title: string | null }) => string {
  const { t } = useTexts("discounts")
  return useCallback(({ level, title }) => (level === "all" ? t("levels.all") : title || t("target_gone")), [t])
}
