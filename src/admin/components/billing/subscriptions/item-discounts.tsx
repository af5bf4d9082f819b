import { Text } from "@medusajs/ui"
import type { SubscriptionItemAnswer } from "../../../../contracts/billing/subscription-answers"
import { useFormat } from "../../../lib/use-format"
import { useTexts } from "../../../lib/use-texts"

interface Props {
  discounts: SubscriptionItemAnswer["discounts"]
  currency: string
}

/** The discounts and codes that an item goes on with, and on how many bills each is still given. */
export function ItemDiscounts({ discounts, currency }: Props) {
  const { t } = useTexts("billing")
  const format = useFormat()
  const leftOf = (left: number | null) =>
    left === null ? t("items.discount_always") : t("items.discount_left", { count: left })
  return (
    <>
      {discounts.map((one, index) => (
        <Text
          key={`${one.discount_id ?? one.promotion_id ?? one.name}-${index}`}
          size="xsmall"
          className="text-ui-fg-subtle"
        >
          {one.name} −{one.mode === "percent" ? format.rate(one.value) : format.money(one.value, currency)} ·{" "}
          {leftOf(one.cycles_left)}
        </Text>
      ))}
    </>
  )
}
