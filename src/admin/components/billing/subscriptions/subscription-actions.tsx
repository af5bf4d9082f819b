import { Button, usePrompt } from "@medusajs/ui"
import { useState } from "react"
import { isOver } from "../../../lib/billing/is-over"
import { useWords } from "../../../lib/billing/use-words"
import { useTexts } from "../../../lib/use-texts"
import { sdk } from "../../../lib/sdk"
import type { SubscriptionDetailAnswer } from "../../../../contracts/billing/subscription-answers"
import { useChange } from "../../../lib/use-change"
import { useFormat } from "../../../lib/use-format"
import { ChangeDrawer } from "../changes/change-drawer"
import { PauseDrawer } from "../changes/pause-drawer"
import { ReasonDrawer } from "../dunning/reason-drawer"
import { UndoChangeButton } from "../changes/undo-change-button"
import { CancelDrawer } from "./cancel-drawer"
import { MigratePriceDrawer } from "./migrate-price-drawer"

/** As the rule has it: what is overdue is settled first. */
const CHANGEABLE: ReadonlySet<string> = new Set(["active", "trialing"])

/** What can be done to a subscription as it stands. The server's rule decides in the end. */
export function SubscriptionActions({ subscription }: { subscription: SubscriptionDetailAnswer }) {
  const { t } = useTexts("billing")
  const [migrating, setMigrating] = useState(false)
  // A package goes with all that is in it, and is not changed.
  const [own, ...others] = subscription.items.filter(({ kind }) => kind !== "option")
  if (isOver(subscription)) {
    return null
  }
  // What is billed already is not decided on before its day.
  const isBilledAhead = subscription.scheduled_change?.is_billed === true
  const canChange = !subscription.cancel_on && !isBilledAhead && CHANGEABLE.has(subscription.status)
  return (
    <>
      {subscription.payment_type === "recurring" && (
        <Button size="small" variant="secondary" onClick={() => setMigrating(true)}>
          {t("migrate.action")}
        </Button>
      )}
      {own && !others.length && canChange && <ChangeDrawer subscription={subscription} item={own} />}
      {canChange && <PauseDrawer subscription={subscription} />}
      {subscription.status === "paused" && (
        <ReasonDrawer
          action={t("pauses.resume")}
          title={t("pauses.resume_title")}
          hint={t("pauses.resume_hint")}
          done={t("pauses.resumed")}
          path={`/admin/billing/subscriptions/${subscription.id}/resume`}
          body={{ version: subscription.version }}
        />
      )}
      {subscription.scheduled_change && !isBilledAhead && (
        <UndoChangeButton subscription={subscription} on={subscription.scheduled_change.on} />
      )}
      {subscription.cancel_on && <UndoCancelButton subscription={subscription} cancelOn={subscription.cancel_on} />}
      <CancelDrawer subscription={subscription} />
      <MigratePriceDrawer
        chosen={{ ids: [subscription.id] }}
        currency={subscription.currency_code}
        open={migrating}
        onClose={() => setMigrating(false)}
      />
    </>
  )
}

interface UndoCancelButtonProps {
  subscription: SubscriptionDetailAnswer
  cancelOn: string
}

function UndoCancelButton({ subscription, cancelOn }: UndoCancelButtonProps) {
  const { t } = useTexts("billing")
  const format = useFormat()
  const { ofEvent } = useWords()
  const prompt = usePrompt()
  const undo = useChange({
    change: (version: number) =>
      sdk.client.fetch(`/admin/billing/subscriptions/${subscription.id}/undo-cancel`, {
        method: "POST",
        body: { version },
      }),
    done: t("cancel.undone"),
    changeOf: ofEvent,
  })
  const ask = async () => {
    const { version } = subscription
    const agreed = await prompt({
      variant: "confirmation",
      title: t("cancel.undo_title"),
      description: t("cancel.undo_hint", { date: format.date(cancelOn) }),
      confirmText: t("cancel.undo"),
      cancelText: t("common.back"),
    })
    if (agreed) {
      undo.mutate(version)
    }
  }
  return (
    <Button size="small" variant="secondary" isLoading={undo.isPending} onClick={() => void ask()}>
      {t("cancel.undo")}
    </Button>
  )
}
