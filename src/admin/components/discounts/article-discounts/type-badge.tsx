import { Badge } from "@medusajs/ui"
import type { DiscountType } from "../../../../rules/discounts/states"
import { useTexts } from "../../../lib/use-texts"

const COLORS = { exclusive: "purple", cumulative: "green", non_cumulative: "blue" } as const

export function TypeBadge({ type }: { type: DiscountType }) {
  const { t } = useTexts("discounts")
  return (
    <Badge size="2xsmall" color={COLORS[type]} className="w-fit whitespace-nowrap">
      {t(`types.${type}`)}
    </Badge>
  )
}
