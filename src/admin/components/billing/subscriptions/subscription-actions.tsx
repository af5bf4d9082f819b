import { Button, usePrompt } from "@medusajs/ui"
import { useState } from "react"
import { isOver } from "../../../lib/billing/is-over"
import { useTexts } from "../../../lib/use-texts"
import { sdk } from "../../../lib/sdk"
import type { SubscriptionDetailAnswer } from "../../../../contracts/billing/subscription-answers"
import { useChange } from "../../../lib/use-change"
import { useFormat } from "../../../lib/use-format"
import { CancelDrawer } from "./cancel-drawer"
import { MigratePriceDrawer } from "./migrate-price-drawer"

/** What can be done to a subscription as it stands. The server's rule decides in the end. */
export function SubscriptionActions({ subscription }: { subscription: SubscriptionDetailAnswer }) {
  const { t } = useTexts("billing")
  const [migrating, setMigrating] = useState(false)
  if (isOver(subscription)) {
    return null
  }
  return (
    <>
      {subscription.payment_type === "recurring" && (
        <Button size="small" variant="secondary" onClick={() => setMigrating(true)}>
          {t("migrate.action")}
        </Button>
      )}
      {subscription.cancel_on && <UndoCancelButton id={subscription.id} cancelOn={subscription.cancel_on} />}
      <CancelDrawer subscription={subscription} />
      <MigratePriceDrawer ids={[subscription.id]} open={migrating} onClose={() => setMigrating(false)} />
    </>
  )
}

function UndoCancelButton({ id, cancelOn }: { id: string; cancelOn: string }) {
  const { t } = useTexts("billing")
  const format = useFormat()
  const prompt = usePrompt()
  const undo = useChange({
    change: () => sdk.client.fetch(`/admin/billing/subscriptions/${id}/undo-cancel`, { method: "POST", body: {} }),
    done: t("cancel.undone"),
  })
  const ask = async () => {
    const agreed = await prompt({
      variant: "confirmation",
      title: t("cancel.undo_title"),
      description: t("cancel.undo_hint", { date: format.date(cancelOn) }),
      confirmText: t("cancel.undo"),
      cancelText: t("common.back"),
    })
    if (agreed) {
      undo.mutate(undefined)
    }
  }
  return (
    <Button size="small" variant="secondary" isLoading={undo.isPending} onClick={() => void ask()}>
      {t("cancel.undo")}
    </Button>
  )
}
