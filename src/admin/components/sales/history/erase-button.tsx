import { Button, usePrompt } from "@medusajs/ui"
import { sdk } from "../../../lib/sdk"
import { useChange } from "../../../lib/use-change"
import { useTexts } from "../../../lib/use-texts"

/** Erases what the history says of a customer, after a confirmation by typing: it cannot be taken back. */
export function EraseButton({ customerId }: { customerId: string }) {
  const { t } = useTexts("sales")
  const prompt = usePrompt()
  const erase = useChange({
    change: (id: string) => sdk.client.fetch(`/admin/sales/customers/${id}/erase`, { method: "POST", body: {} }),
    done: t("erase.done"),
  })
  const ask = async () => {
    const agreed = await prompt({
      variant: "danger",
      title: t("erase.title"),
      description: t("erase.hint"),
      verificationText: t("erase.word"),
      verificationInstruction: t("erase.type"),
      confirmText: t("erase.action"),
      cancelText: t("common.back"),
    })
    if (agreed) {
      erase.mutate(customerId)
    }
  }
  return (
    <Button size="small" variant="transparent" isLoading={erase.isPending} onClick={() => void ask()}>
      {t("erase.action")}
    </Button>
  )
}
