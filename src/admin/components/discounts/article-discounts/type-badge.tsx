import { Badge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { DiscountType } from "../../../../rules/discounts/states"
import { NAMESPACE } from "../../../lib/namespace"

const COLORS = { exclusive: "purple", cumulative: "green", non_cumulative: "blue" } as const

export function TypeBadge({ type }: { type: DiscountType }) {
  const { t } = useTranslation(NAMESPACE)
  return (
    <Badge size="2xsmall" color={COLORS[type]} className="w-fit whitespace-nowrap">
      {t(`discounts.types.${type}`)}
    </Badge>
  )
}
