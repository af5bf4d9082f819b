import { Eye, EyeSlash } from "@medusajs/icons"
import { Button, clx } from "@medusajs/ui"
import { useTexts } from "../../../lib/use-texts"
import { sdk } from "../../../lib/sdk"
import { useChange } from "../../../lib/use-change"

interface VisibilityToggleProps {
  offerId: string
  hidden: boolean
  /** The offer's name, for screen readers, which announce the button without its row. */
  title: string
}

/** Hides an offer from the storefront or shows it, in one click: red is visible, green is hidden (B10). */
export function VisibilityToggle({ offerId, hidden, title }: VisibilityToggleProps) {
  const { t } = useTexts("billing")
  const toggle = useChange({
    change: () =>
      sdk.client.fetch(`/admin/billing/offers/${offerId}/visibility`, { method: "POST", body: { hidden: !hidden } }),
    done: t(hidden ? "offers.now_visible" : "offers.now_hidden"),
  })
  return (
    <Button
      size="small"
      variant="secondary"
      type="button"
      aria-pressed={hidden}
      aria-label={t(hidden ? "offers.show_named" : "offers.hide_named", { title })}
      isLoading={toggle.isPending}
      className={clx("whitespace-nowrap", hidden ? "text-ui-tag-green-text" : "text-ui-tag-red-text")}
      onClick={(event) => {
        event.stopPropagation()
        toggle.mutate(undefined)
      }}
    >
      {hidden ? <EyeSlash className="text-ui-tag-green-icon" /> : <Eye className="text-ui-tag-red-icon" />}
      {t(hidden ? "offers.hidden" : "offers.visible")}
    </Button>
  )
}
