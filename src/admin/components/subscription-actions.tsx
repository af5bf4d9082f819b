import { Button, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { NAMESPACE } from "../lib/namespace"
import { sdk } from "../lib/sdk"
import type { SubscriptionDetail } from "../lib/types"
import { useChange } from "../lib/use-change"
import { useFormat } from "../lib/use-format"
import { CancelDrawer } from "./cancel-drawer"

/** What can be done to a subscription as it stands. The server's rule decides in the end. */
export function SubscriptionActions({ subscription }: { subscription: SubscriptionDetail }) {
  const { t } = useTranslation(NAMESPACE)
  const format = useFormat()
  const prompt = usePrompt()
  const undo = useChange({
    change: () =>
      sdk.client.fetch(`/admin/billing/subscriptions/${subscription.id}/undo-cancel`, { method: "POST", body: {} }),
    done: "cancel.undone",
  })

  if (subscription.status === "canceled" || subscription.status === "expired") {
    return null
  }
  if (!subscription.cancel_on) {
    return <CancelDrawer subscription={subscription} />
  }

  const askUndo = async () => {
    const agreed = await prompt({
      variant: "confirmation",
      title: t("cancel.undo_title"),
      description: t("cancel.undo_hint", { date: format.date(subscription.cancel_on ?? "") }),
      confirmText: t("cancel.undo"),
      cancelText: t("common.back"),
    })
    if (agreed) {
      undo.mutate(undefined)
    }
  }

  return (
    <>
      <Button size="small" variant="secondary" isLoading={undo.isPending} onClick={() => void askUndo()}>
        {t("cancel.undo")}
      </Button>
      <CancelDrawer subscription={subscription} />
    </>
  )
}
