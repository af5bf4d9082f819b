import { Plus } from "@medusajs/icons"
import { Button } from "@medusajs/ui"
import { useFieldArray, useFormContext } from "react-hook-form"
import { emptyRule, type ArticleDiscountForm } from "../../../lib/discounts/article-discount-form"
import type { FieldProblem } from "../../../lib/field-problems"
import { useTexts } from "../../../lib/use-texts"
import { Section } from "../../ui/section"
import { SortableList } from "../../ui/sortable-list"
import { ProblemNotes } from "../../ui/forms/problem-notes"
import { RuleFields } from "./rule-fields"
import { RulePictures } from "./rule-pictures"

interface RuleListFieldsProps {
  currencies: string[]
  problems: FieldProblem[]
}

/** The steps of a discount in the order in which they are tried, with a picture of what they cover. */
export function RuleListFields({ currencies, problems }: RuleListFieldsProps) {
  const { t } = useTexts("discounts")
  const { control } = useFormContext<ArticleDiscountForm>()
  const rules = useFieldArray({ control, name: "rules", keyName: "row" })
  const ofRow = (index: number) =>
    problems.filter(({ field }) => field.startsWith(`rules.${index}.`) || field === `rules.${index}`)
  const ofAll = problems.filter(({ field }) => field === "rules").map(({ reason }) => reason)
  return (
    <Section
      title={t("rules.title")}
      hint={t("rules.hint")}
      actions={
        <Button
          type="button"
          size="small"
          variant="secondary"
          onClick={() => rules.append(emptyRule(currencies[0] ?? ""))}
        >
          <Plus />
          {t("rules.add")}
        </Button>
      }
    >
      <div className="flex flex-col gap-y-4 px-6 py-4">
        <SortableList
          label={t("rules.title")}
          items={rules.fields}
          keyOf={(rule) => rule.row}
          nameOf={(_rule, index) => t("rules.one", { number: index + 1 })}
          onMove={(from, to) => rules.move(from, to)}
          className="flex flex-col gap-y-3"
        >
          {(_rule, index) => (
            <RuleFields
              index={index}
              currencies={currencies}
              problems={ofRow(index)}
              onRemove={rules.fields.length > 1 ? () => rules.remove(index) : undefined}
            />
          )}
        </SortableList>
        <ProblemNotes reasons={ofAll} />
        <RulePictures />
      </div>
    </Section>
  )
}
