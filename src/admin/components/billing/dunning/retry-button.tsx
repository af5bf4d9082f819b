import { Button, usePrompt } from "@medusajs/ui"
import type { ChargedAnswer } from "../../../../contracts/billing/dunning"
import { sdk } from "../../../lib/sdk"
import { useChange } from "../../../lib/use-change"
import { useTexts } from "../../../lib/use-texts"

/** Charges what a subscription owes, at once, after a question. */
export function RetryButton({ id }: { id: string }) {
  const { t } = useTexts("billing")
  const prompt = usePrompt()
  const retry = useChange({
    change: () =>
      sdk.client.fetch<{ charges: ChargedAnswer[] }>(`/admin/billing/subscriptions/${id}/retry`, {
        method: "POST",
        body: {},
      }),
    done: t("dunning.retried"),
  })
  const ask = async () => {
    const agreed = await prompt({
      variant: "confirmation",
      title: t("dunning.retry_title"),
      description: t("dunning.retry_hint"),
      confirmText: t("dunning.retry"),
      cancelText: t("common.back"),
    })
    if (agreed) {
      retry.mutate(undefined)
    }
  }
  return (
    <Button size="small" variant="secondary" isLoading={retry.isPending} onClick={() => void ask()}>
      {t("dunning.retry")}
    </Button>
  )
}
