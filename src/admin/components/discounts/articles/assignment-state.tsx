import { Badge } from "@medusajs/ui"
import type { ListedAssignmentAnswer } from "../../../../contracts/discounts/articles"
import { periodRefusal } from "../../../../rules/discounts"
import { useClock } from "../../../lib/store/use-clock"
import { useTexts } from "../../../lib/use-texts"

/** Why an assigned discount is not given today: it is off, or its days are over or have not come. */
export function AssignmentState({ row }: { row: ListedAssignmentAnswer }) {
  const { t } = useTexts("discounts")
  const today = useClock().data?.clock.today
  const refusal =
    today && periodRefusal({ isLimited: row.limited_duration, startsOn: row.starts_on, endsOn: row.ends_on }, today)
  if (!row.is_active) {
    return <Badge size="2xsmall">{t("off")}</Badge>
  }
  return refusal === "over" || refusal === "not_yet" ? (
    <Badge size="2xsmall" color={refusal === "over" ? "grey" : "blue"}>
      {t(refusal === "over" ? "discount_states.ended" : "discount_states.not_yet")}
    </Badge>
  ) : null
}
