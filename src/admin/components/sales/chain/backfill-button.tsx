import { Button, toast, usePrompt } from "@medusajs/ui"
import type { BackfillAnswer } from "../../../../contracts/sales/chain"
import { sdk } from "../../../lib/sdk"
import { useChange } from "../../../lib/use-change"
import { useTexts } from "../../../lib/use-texts"

const AT_ONCE = 500

/** Makes the sales of orders from before; many of them take several turns. */
export function BackfillButton() {
  const { t } = useTexts("sales")
  const prompt = usePrompt()
  const backfill = useChange({
    change: () =>
      sdk.client.fetch<BackfillAnswer>("/admin/sales/backfill", { method: "POST", body: { limit: AT_ONCE } }),
    onDone: ({ made, failed, left }) => {
      if (failed) {
        toast.warning(t("backfill.made", { count: made }), { description: t("backfill.failed", { count: failed }) })
        return
      }
      toast.success(
        t("backfill.made", { count: made }),
        left ? { description: t("backfill.left", { count: left }) } : {},
      )
    },
  })
  const ask = async () => {
    const agreed = await prompt({
      variant: "confirmation",
      title: t("backfill.title"),
      description: t("backfill.hint"),
      confirmText: t("backfill.action"),
      cancelText: t("common.back"),
    })
    if (agreed) {
      backfill.mutate(undefined)
    }
  }
  return (
    <Button size="small" variant="transparent" isLoading={backfill.isPending} onClick={() => void ask()}>
      {t("backfill.action")}
    </Button>
  )
}
