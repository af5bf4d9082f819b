import { XMarkMini } from "@medusajs/icons"
import { Badge } from "@medusajs/ui"
import { useTexts } from "../../../lib/use-texts"

/** Something that was chosen, with a button that takes it away again. */
export function ChosenChip({ title, onRemove }: { title: string; onRemove: () => void }) {
  const { t } = useTexts("ui")
  return (
    <Badge size="small" className="max-w-full gap-x-1 pr-1">
      <span className="truncate">{title}</span>
      <button
        type="button"
        aria-label={t("picker.remove", { name: title })}
        className="text-ui-fg-muted hover:text-ui-fg-base focus-visible:shadow-borders-focus rounded outline-none"
        onClick={onRemove}
      >
        <XMarkMini />
      </button>
    </Badge>
  )
}
