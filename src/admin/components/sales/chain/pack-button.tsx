import { Button } from "@medusajs/ui"
import { sdk } from "../../../lib/sdk"
import { saveAnswer } from "../../../lib/sales/save-answer"
import { useChange } from "../../../lib/use-change"
import { useTexts } from "../../../lib/use-texts"

/** The auditor's pack: everything with a verifier, as one ZIP file. */
export function PackButton() {
  const { t } = useTexts("sales")
  const pack = useChange({
    change: async () => {
      const answer = await sdk.client.fetch<Response>("/admin/sales/packs", {
        method: "POST",
        body: {},
        headers: { accept: "*/*" },
      })
      await saveAnswer(answer, `${t("chain.pack_file")}.zip`)
    },
  })
  return (
    <Button size="small" variant="secondary" isLoading={pack.isPending} onClick={() => pack.mutate(undefined)}>
      {t("chain.pack")}
    </Button>
  )
}
