import { Switch } from "@medusajs/ui"
import { useTexts } from "../../../lib/use-texts"
import { sdk } from "../../../lib/sdk"
import { useChange } from "../../../lib/use-change"

interface ActiveSwitchProps {
  /** Where the discount is: `article-discounts/disc_…`. */
  path: string
  name: string
  isActive: boolean
}

/** Switches a discount on or off, in its row of a list. */
export function ActiveSwitch({ path, name, isActive }: ActiveSwitchProps) {
  const { t } = useTexts("discounts")
  const change = useChange({
    change: (is_active: boolean) =>
      sdk.client.fetch(`/admin/discounts/${path}`, { method: "POST", body: { is_active } }),
    done: t(isActive ? "now_off" : "now_on"),
  })
  return (
    <Switch
      size="small"
      checked={change.isPending ? change.variables : isActive}
      aria-label={t("active_named", { name })}
      onClick={(event) => event.stopPropagation()}
      onCheckedChange={(checked) => change.mutate(checked)}
    />
  )
}
