import { EllipsisHorizontal, Trash } from "@medusajs/icons"
import { DropdownMenu, IconButton, usePrompt } from "@medusajs/ui"
import { useTexts } from "../../lib/use-texts"

interface DeleteMenuProps {
  label: string
  title: string
  warning: string
  onDelete: () => void
}

/** What cannot be undone: behind a menu, and behind a question. */
export function DeleteMenu({ label, title, warning, onDelete }: DeleteMenuProps) {
  const { t } = useTexts("ui")
  const prompt = usePrompt()
  const ask = async () => {
    const agreed = await prompt({ title, description: warning, confirmText: label, cancelText: t("common.back") })
    if (agreed) {
      onDelete()
    }
  }
  return (
    <DropdownMenu>
      <DropdownMenu.Trigger asChild>
        <IconButton type="button" size="small" variant="transparent" aria-label={t("common.more")}>
          <EllipsisHorizontal />
        </IconButton>
      </DropdownMenu.Trigger>
      <DropdownMenu.Content>
        <DropdownMenu.Item className="gap-x-2" onSelect={() => void ask()}>
          <Trash className="text-ui-fg-subtle" />
          {label}
        </DropdownMenu.Item>
      </DropdownMenu.Content>
    </DropdownMenu>
  )
}
