import { useState } from "react"
import type { SubscriptionDetailAnswer } from "../../../../contracts/billing/subscription-answers"
import { useTexts } from "../../../lib/use-texts"
import { DateInput } from "../../ui/forms/date-input"
import { Field } from "../../ui/forms/field"
import { ReasonDrawer } from "../dunning/reason-drawer"

/** Pauses a subscription until a day, or until it is resumed (B24). */
export function PauseDrawer({ subscription }: { subscription: SubscriptionDetailAnswer }) {
  const { t } = useTexts("billing")
  const [until, setUntil] = useState("")
  const { id, version } = subscription
  return (
    <ReasonDrawer
      action={t("pauses.pause")}
      title={t("pauses.title")}
      hint={t("pauses.hint")}
      done={t("pauses.paused")}
      path={`/admin/billing/subscriptions/${id}/pause`}
      body={{ version, ...(until === "" ? {} : { until }) }}
    >
      <Field label={t("pauses.until")} hint={t("pauses.until_hint")}>
        <DateInput modal size="base" label={t("pauses.until")} value={until} onChange={setUntil} />
      </Field>
    </ReasonDrawer>
  )
}
