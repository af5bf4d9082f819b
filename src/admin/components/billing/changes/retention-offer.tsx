import { Button, InlineTip } from "@medusajs/ui"
import type { SubscriptionDetailAnswer } from "../../../../contracts/billing/subscription-answers"
import { useWords } from "../../../lib/billing/use-words"
import { sdk } from "../../../lib/sdk"
import { useChange } from "../../../lib/use-change"
import { useFormat } from "../../../lib/use-format"
import { useTexts } from "../../../lib/use-texts"

interface RetentionOfferProps {
  subscription: SubscriptionDetailAnswer
  onTaken: () => void
}

/** What may be given instead of a cancellation: a pause, or a percentage for some cycles. Nothing where none is offered. */
export function RetentionOffer({ subscription, onTaken }: RetentionOfferProps) {
  const { t } = useTexts("billing")
  const format = useFormat()
  const { ofEvent } = useWords()
  const { id, version, retention_offer: offer } = subscription
  const give = useChange({
    change: (kind: "pause" | "discount") =>
      sdk.client.fetch(`/admin/billing/subscriptions/${id}/retention`, { method: "POST", body: { kind, version } }),
    done: t("retention.given"),
    changeOf: ofEvent,
    onDone: onTaken,
  })
  if (!offer) {
    return null
  }
  const words =
    offer.kind === "pause"
      ? t("retention.pause", { date: format.date(offer.until) })
      : t("retention.discount", {
          percent: format.rate(offer.percent),
          count: offer.cycles,
          date: format.date(offer.from_on),
        })
  return (
    <InlineTip label={t("retention.title")} variant="info">
      <span className="flex flex-col items-start gap-y-2">
        {words}
        <Button
          size="small"
          variant="secondary"
          type="button"
          isLoading={give.isPending}
          onClick={() => give.mutate(offer.kind)}
        >
          {t("retention.give")}
        </Button>
      </span>
    </InlineTip>
  )
}
