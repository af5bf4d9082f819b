import { useCallback } from "react"
import { intervalName } from "./interval-name"
import { useTexts } from "../use-texts"
import type { SubscriptionAnswer } from "../../../contracts/billing/subscription-answers"

/** "Monthly" for what renews; for what is free for a while, how long that is. */
export function useSubscriptionInterval() {
  const { t } = useTexts("billing")
  return useCallback(
    ({ payment_type, interval_unit: unit, interval_count }: SubscriptionAnswer): string => {
      const count = Number(interval_count)
      return payment_type === "free" ? t(`durations.${unit}`, { count }) : intervalName({ unit, count }, t)
    },
    [t],
  )
}
