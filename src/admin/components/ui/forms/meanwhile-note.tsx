import { Button, InlineTip } from "@medusajs/ui"
import { useTexts } from "../../../lib/use-texts"
import type { Meanwhile } from "../../../lib/use-versioned-save"

interface MeanwhileNoteProps {
  meanwhile: Meanwhile | null
  /** A field's name in the user's language. */
  nameOf: (field: string) => string
  onDiscard: () => void
}

/** Says what somebody else saved while the form was open, and what became of it here. */
export function MeanwhileNote({ meanwhile, nameOf, onDiscard }: MeanwhileNoteProps) {
  const { t } = useTexts("ui")
  if (!meanwhile) {
    return null
  }
  const { theirs, both } = meanwhile
  const listed = (fields: string[]) => ({ fields: fields.map(nameOf).join(", ") })
  return (
    <div role="alert">
      <InlineTip variant="warning" label={t("meanwhile.title")}>
        <span className="flex flex-col items-start gap-y-1">
          {theirs.length > 0 && <span>{t("meanwhile.theirs", listed(theirs))}</span>}
          {both.length > 0 && <span>{t("meanwhile.both", listed(both))}</span>}
          <span>{t("meanwhile.next")}</span>
          <Button type="button" size="small" variant="secondary" onClick={onDiscard}>
            {t("meanwhile.discard")}
          </Button>
        </span>
      </InlineTip>
    </div>
  )
}
