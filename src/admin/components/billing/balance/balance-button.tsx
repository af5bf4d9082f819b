import { Button, usePrompt } from "@medusajs/ui"
import type { InvoicePageAnswer } from "../../../../contracts/billing/invoices"
import { min, negate } from "../../../../rules/money"
import { sdk } from "../../../lib/sdk"
import { useChange } from "../../../lib/use-change"
import { useFormat } from "../../../lib/use-format"
import { useTexts } from "../../../lib/use-texts"

interface BalanceButtonProps {
  invoice: InvoicePageAnswer
  direction: "use" | "move"
}

/** Pays an invoice from its customer's balance, or moves what it received too much there, after a confirmation. */
export function BalanceButton({ invoice, direction }: BalanceButtonProps) {
  const { t } = useTexts("billing")
  const format = useFormat()
  const prompt = usePrompt()
  const open = invoice.payment?.open_total ?? "0"
  const amount = direction === "use" ? min(open, invoice.customer_balance) : negate(open)
  const move = useChange({
    change: () =>
      sdk.client.fetch(`/admin/billing/invoices/${invoice.id}/balance`, { method: "POST", body: { direction } }),
    done: t(`balance.${direction}.done`),
  })
  const ask = async (): Promise<void> => {
    const isAgreed = await prompt({
      variant: "confirmation",
      title: t(`balance.${direction}.title`),
      description: t(`balance.${direction}.hint`, { amount: format.money(amount, invoice.currency_code) }),
      confirmText: t(`balance.${direction}.action`),
      cancelText: t("common.back"),
    })
    if (isAgreed) {
      move.mutate(undefined)
    }
  }
  return (
    <Button size="small" variant="secondary" isLoading={move.isPending} onClick={() => void ask()}>
      {t(`balance.${direction}.action`)}
    </Button>
  )
}
