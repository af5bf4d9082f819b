import { Trash } from "@medusajs/icons"
import { Badge, IconButton, Text } from "@medusajs/ui"
import { useFieldArray, useFormContext } from "react-hook-form"
import { ASSIGNMENT_LEVELS } from "../../../../rules/discounts/states"
import type { ArticleDiscountForm } from "../../../lib/discounts/article-discount-form"
import { searchTargets } from "../../../lib/discounts/search-targets"
import type { FieldProblem } from "../../../lib/field-problems"
import { useTexts } from "../../../lib/use-texts"
import { EmptyNote } from "../../ui/empty-note"
import { Picker } from "../../ui/forms/picker"
import { Section } from "../../ui/section"
import { ArticleListDrawer } from "./article-list-drawer"
import { PeriodFields } from "../editor/period-fields"
import { ProblemNotes } from "../../ui/forms/problem-notes"

interface AssignmentFieldsProps {
  /** The discount's id; null while it is new. */
  discountId: string | null
  problems: FieldProblem[]
}

const AT_FIELD = /\.(starts|ends)_on$/

const IN_ORDER = [...ASSIGNMENT_LEVELS].sort((a, b) => Number(b === "product") - Number(a === "product"))

/** What a discount is assigned to, each with its period (D12). */
export function AssignmentFields({ discountId, problems }: AssignmentFieldsProps) {
  const { t } = useTexts("discounts")
  const { control } = useFormContext<ArticleDiscountForm>()
  const assignments = useFieldArray({ control, name: "assignments", keyName: "row" })
  return (
    <Section title={t("assignments.title")} hint={t("assignments.hint")}>
      <div className="flex flex-wrap gap-2 px-6 py-4">
        {IN_ORDER.map((level) => (
          <Picker
            key={level}
            label={t(`levels.${level}`)}
            kind={level}
            search={searchTargets[level]}
            chosen={assignments.fields.flatMap((row) => (row.level === level ? [row.target_id] : []))}
            onPick={({ id, title }) =>
              assignments.append({
                assignment_id: "",
                level,
                target_id: id,
                title,
                limited_duration: false,
                starts_on: "",
                ends_on: "",
              })
            }
          />
        ))}
      </div>
      {assignments.fields.length === 0 && <EmptyNote title={t("assignments.none")} hint={t("assignments.none_hint")} />}
      {assignments.fields.map((row, index) => {
        const name = row.title || t("target_gone")
        const own = problems.filter(({ field }) => field.startsWith(`assignments.${index}.`))
        return (
          <div key={row.row} role="group" aria-label={name} className="flex flex-col gap-y-3 px-6 py-4">
            <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
              <Badge size="2xsmall">{t(`levels.${row.level}`)}</Badge>
              <Text size="small" weight="plus" className="min-w-0 flex-1 break-words">
                {name}
              </Text>
              {row.assignment_id && (
                <ArticleListDrawer level={row.level} targetId={row.target_id} title={name} highlighted={discountId} />
              )}
              <IconButton
                type="button"
                size="small"
                variant="transparent"
                aria-label={t("assignments.remove", { name })}
                onClick={() => assignments.remove(index)}
              >
                <Trash />
              </IconButton>
            </div>
            <PeriodFields prefix={`assignments.${index}.`} problems={own} />
            <ProblemNotes reasons={own.flatMap(({ field, reason }) => (AT_FIELD.test(field) ? [] : [reason]))} />
          </div>
        )
      })}
    </Section>
  )
}
