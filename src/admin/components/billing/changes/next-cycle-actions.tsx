import { Button, usePrompt } from "@medusajs/ui"
import type { SubscriptionDetailAnswer } from "../../../../contracts/billing/subscription-answers"
import { useWords } from "../../../lib/billing/use-words"
import { sdk } from "../../../lib/sdk"
import { useChange } from "../../../lib/use-change"
import { useFormat } from "../../../lib/use-format"
import { useTexts } from "../../../lib/use-texts"
import { ReasonDrawer } from "../dunning/reason-drawer"

interface NextCycleActionsProps {
  subscription: SubscriptionDetailAnswer
  upcoming: NonNullable<SubscriptionDetailAnswer["upcoming"]>
}

/** What can be done with the renewal to come: bill it now, or leave it out. */
export function NextCycleActions({ subscription, upcoming }: NextCycleActionsProps) {
  const { t } = useTexts("billing")
  const format = useFormat()
  const { ofEvent } = useWords()
  const prompt = usePrompt()
  const { id, version } = subscription
  const path = `/admin/billing/subscriptions/${id}`
  const early = useChange({
    change: (seen: number) => sdk.client.fetch(`${path}/renew-early`, { method: "POST", body: { version: seen } }),
    done: t("pauses.renewed"),
    changeOf: ofEvent,
  })
  const ask = async () => {
    const agreed = await prompt({
      variant: "confirmation",
      title: t("pauses.renew_title"),
      description: t("pauses.renew_hint", {
        amount: format.money(upcoming.total, upcoming.currency_code),
        period: format.period(upcoming.period_start, upcoming.period_end),
      }),
      confirmText: t("pauses.renew"),
      cancelText: t("common.back"),
    })
    if (agreed) {
      early.mutate(version)
    }
  }
  return (
    <>
      <Button size="small" variant="secondary" isLoading={early.isPending} onClick={() => void ask()}>
        {t("pauses.renew")}
      </Button>
      <ReasonDrawer
        action={t("pauses.skip")}
        title={t("pauses.skip_title")}
        hint={t("pauses.skip_hint", { period: format.period(upcoming.period_start, upcoming.period_end) })}
        done={t("pauses.skipped")}
        path={`${path}/skip`}
        body={{ version }}
      />
    </>
  )
}
