import { Button, usePrompt } from "@medusajs/ui"
import type { SubscriptionDetailAnswer } from "../../../../contracts/billing/subscription-answers"
import { useWords } from "../../../lib/billing/use-words"
import { sdk } from "../../../lib/sdk"
import { useChange } from "../../../lib/use-change"
import { useFormat } from "../../../lib/use-format"
import { useTexts } from "../../../lib/use-texts"

/** Takes a scheduled change back. */
export function UndoChangeButton({ subscription, on }: { subscription: SubscriptionDetailAnswer; on: string }) {
  const { t } = useTexts("billing")
  const format = useFormat()
  const { ofEvent } = useWords()
  const prompt = usePrompt()
  const undo = useChange({
    change: (version: number) =>
      sdk.client.fetch(`/admin/billing/subscriptions/${subscription.id}/changes/undo`, {
        method: "POST",
        body: { version },
      }),
    done: t("changes.undone"),
    changeOf: ofEvent,
  })
  const ask = async () => {
    const { version } = subscription
    const agreed = await prompt({
      variant: "confirmation",
      title: t("changes.undo_title"),
      description: t("changes.undo_hint", { date: format.date(on) }),
      confirmText: t("changes.undo"),
      cancelText: t("common.back"),
    })
    if (agreed) {
      undo.mutate(version)
    }
  }
  return (
    <Button size="small" variant="secondary" isLoading={undo.isPending} onClick={() => void ask()}>
      {t("changes.undo")}
    </Button>
  )
}
