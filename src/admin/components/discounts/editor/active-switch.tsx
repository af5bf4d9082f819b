import { Switch } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { NAMESPACE } from "../../../lib/namespace"
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
  const { t } = useTranslation(NAMESPACE)
  const change = useChange({
    change: (is_active: boolean) =>
      sdk.client.fetch(`/admin/discounts/${path}`, { method: "POST", body: { is_active } }),
    done: isActive ? "discounts.now_off" : "discounts.now_on",
  })
  return (
    <Switch
      size="small"
      checked={change.isPending ? change.variables : isActive}
      aria-label={t("discounts.active_named", { name })}
      onClick={(event) => event.stopPropagation()}
      onCheckedChange={(checked) => change.mutate(checked)}
    />
  )
}
