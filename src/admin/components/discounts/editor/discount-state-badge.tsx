import { StatusBadge } from "@medusajs/ui"
import type { DiscountState } from "../../../../rules/discounts/states"
import { useTexts } from "../../../lib/use-texts"

/** Green: it is given. Blue: it is on its way. Orange: it is on, and somebody has to see to it. Grey: it is over. */
const COLORS: Record<DiscountState, "green" | "blue" | "orange" | "grey"> = {
  on: "green",
  off: "grey",
  feature_off: "orange",
  used_up: "grey",
  no_group: "orange",
  group_gone: "orange",
  gives_nothing: "orange",
  not_assigned: "orange",
  not_yet: "blue",
  ended: "grey",
}

/** Whether a discount can be given today, or why not. */
export function DiscountStateBadge({ state }: { state: DiscountState }) {
  const { t } = useTexts("discounts")
  return (
    <StatusBadge color={COLORS[state]} className="w-fit whitespace-nowrap">
      {t(`discount_states.${state}`)}
    </StatusBadge>
  )
}
