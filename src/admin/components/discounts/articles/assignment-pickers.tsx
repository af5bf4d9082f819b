import { Plus } from "@medusajs/icons"
import { Button } from "@medusajs/ui"
import { ALL_ARTICLES, type AssignmentLevel } from "../../../../rules/discounts/states"
import { SEARCHED_LEVELS, searchTargets } from "../../../lib/discounts/search-targets"
import { useTexts } from "../../../lib/use-texts"
import { Picker } from "../../ui/forms/picker"

export interface ChosenTarget {
  level: AssignmentLevel
  target_id: string
}

interface AssignmentPickersProps {
  chosen: readonly ChosenTarget[]
  onPick: (targets: (ChosenTarget & { title: string })[]) => void
}

/** Chooses articles: products, variants, collections and categories, one or all that are found, or all articles at once. */
export function AssignmentPickers({ chosen, onPick }: AssignmentPickersProps) {
  const { t } = useTexts("discounts")
  const hasAll = chosen.some(({ level }) => level === "all")
  return (
    <div className="flex flex-wrap gap-2">
      {SEARCHED_LEVELS.map((level) => (
        <Picker
          key={level}
          label={t(`levels.${level}`)}
          kind={level}
          search={searchTargets[level]}
          chosen={chosen.flatMap((one) => (one.level === level ? [one.target_id] : []))}
          onPick={({ id, title }) => onPick([{ level, target_id: id, title }])}
          onPickAll={(options) => onPick(options.map(({ id, title }) => ({ level, target_id: id, title })))}
        />
      ))}
      <Button
        type="button"
        size="small"
        variant="secondary"
        disabled={hasAll}
        onClick={() => onPick([{ level: "all", target_id: ALL_ARTICLES, title: t("levels.all") }])}
      >
        <Plus />
        {t("levels.all")}
      </Button>
    </div>
  )
}
