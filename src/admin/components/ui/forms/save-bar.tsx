import { Button, Text } from "@medusajs/ui"
import { useTexts } from "../../../lib/use-texts"

interface SaveBarProps {
  isDirty: boolean
  isSaving: boolean
  /** Nothing is saved yet. */
  isNew: boolean
  /** How many things are wrong; what was typed is kept until they are put right. */
  problems: number
  onCancel: () => void
}

/** Stays at the foot of a long editor, so that saving is never out of sight; the editor is its own layer. */
export function SaveBar({ isDirty, isSaving, isNew, problems, onCancel }: SaveBarProps) {
  const { t } = useTexts("ui")
  return (
    <div className="bg-ui-bg-base shadow-elevation-flyout sticky bottom-2 z-[2] flex flex-wrap items-center justify-end gap-2 rounded-lg px-6 py-3">
      <Text size="small" aria-live="polite" className={problems > 0 ? "text-ui-fg-error" : "text-ui-fg-subtle"}>
        {problems > 0
          ? t("saving.problem_count", { count: problems })
          : isDirty || isNew
            ? t(isNew ? "saving.new" : "saving.unsaved")
            : t("saving.all_saved")}
      </Text>
      <span className="flex-1" />
      <Button size="small" variant="secondary" type="button" onClick={onCancel}>
        {t("common.back")}
      </Button>
      <Button size="small" type="submit" isLoading={isSaving}>
        {t("common.save")}
      </Button>
    </div>
  )
}
