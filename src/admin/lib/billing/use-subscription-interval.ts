import { useCallback } from "react"
import { useTranslation } from "react-i18next"
import { NAMESPACE } from "../namespace"
import type { Subscription } from "../types"
import { useFormat } from "../use-format"

/** "Monthly" for what renews; for what is free for a while, how long that is. */
export function useSubscriptionInterval() {
  const { t } = useTranslation(NAMESPACE)
  const format = useFormat()
  return useCallback(
    ({ payment_type, interval_unit: unit, interval_count }: Subscription): string => {
      const count = Number(interval_count)
      return payment_type === "free" ? t(`durations.${unit}`, { count }) : format.interval({ unit, count })
    },
    [t, format],
  )
}
