import type { DataTableCommand } from "@medusajs/ui"
import { sdk } from "../../../lib/sdk"
import { useChange } from "../../../lib/use-change"
import { useTexts } from "../../../lib/use-texts"

/** Switches all ticked discounts on, or off. One that is refused stays as it is, and says why; the others are done. */
export function useActivationCommands(onDone: () => void): DataTableCommand[] {
  const { t } = useTexts("discounts")
  const change = useChange({
    change: async ({ ids, is_active }: { ids: string[]; is_active: boolean }) => {
      const refused: unknown[] = []
      for (const id of ids) {
        await sdk.client
          .fetch(`/admin/discounts/article-discounts/${id}`, { method: "POST", body: { is_active } })
          .catch((error: unknown) => refused.push(error))
      }
      if (refused.length) {
        throw refused[0]
      }
    },
    done: t("bulk.done"),
    onDone,
  })
  const command = (is_active: boolean) => (chosen: Record<string, boolean>) =>
    change.mutate({ ids: Object.keys(chosen).filter((id) => chosen[id]), is_active })
  return [
    { label: t("bulk.on"), shortcut: "o", action: command(true) },
    { label: t("bulk.off"), shortcut: "f", action: command(false) },
  ]
}
