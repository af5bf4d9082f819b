import { Button, usePrompt } from "@medusajs/ui"
import { useTexts } from "../../../lib/use-texts"
import { sdk } from "../../../lib/sdk"
import { useChange } from "../../../lib/use-change"

interface EndAllSubscriptionsProps {
  customerId: string
  /** How many run. */
  count: number
}

/** Ends all that runs for a customer, at once and after a confirmation: a customer with none can be deleted. */
export function EndAllSubscriptions({ customerId, count }: EndAllSubscriptionsProps) {
  const { t } = useTexts("billing")
  const prompt = usePrompt()
  const end = useChange({
    change: () =>
      sdk.client.fetch(`/admin/billing/customers/${customerId}/end-subscriptions`, {
        method: "POST",
        body: { reason: "customer_leaves" },
      }),
    done: t("end_all.done"),
  })

  const ask = async (): Promise<void> => {
    const isAgreed = await prompt({
      title: t("end_all.title", { count }),
      description: t("end_all.warning"),
      confirmText: t("end_all.confirm"),
      cancelText: t("common.back"),
    })
    if (isAgreed) {
      end.mutate(undefined)
    }
  }

  return (
    <Button size="small" variant="secondary" isLoading={end.isPending} onClick={() => void ask()}>
      {t("end_all.action")}
    </Button>
  )
}
