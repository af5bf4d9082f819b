import { Trash } from "@medusajs/icons"
import { Badge, Button, IconButton, Text } from "@medusajs/ui"
import { useFieldArray, useFormContext } from "react-hook-form"
import type { ArticleDiscountForm } from "../../../lib/discounts/article-discount-form"
import { useTargetName } from "../../../lib/discounts/use-target-name"
import type { FieldProblem } from "../../../lib/field-problems"
import { useTexts } from "../../../lib/use-texts"
import { EmptyNote } from "../../ui/empty-note"
import { ProblemNotes } from "../../ui/forms/problem-notes"
import { Section } from "../../ui/section"
import { PeriodFields } from "../editor/period-fields"
import { ArticleListDrawer } from "./article-list-drawer"
import { AssignmentPickers } from "./assignment-pickers"

interface AssignmentFieldsProps {
  /** The discount's id; null while it is new. */
  discountId: string | null
  problems: FieldProblem[]
}

const AT_FIELD = /\.(starts|ends)_on$/

const UNLIMITED = { limited_duration: false, starts_on: "", ends_on: "" }

/** What a discount is assigned to, each with its period (D12). */
export function AssignmentFields({ discountId, problems }: AssignmentFieldsProps) {
  const { t } = useTexts("discounts")
  const nameOf = useTargetName()
  const { control, getValues, setValue } = useFormContext<ArticleDiscountForm>()
  const assignments = useFieldArray({ control, name: "assignments", keyName: "row" })
  const isAlone = assignments.fields.length < 2

  /** Gives all the period of one of them. */
  const spread = (index: number) => {
    const all = getValues("assignments")
    const { limited_duration, starts_on, ends_on } = all[index] ?? UNLIMITED
    const period = { limited_duration, starts_on, ends_on }
    setValue(
      "assignments",
      all.map((one) => ({ ...one, ...period })),
      { shouldDirty: true },
    )
  }

  return (
    <Section title={t("assignments.title")} hint={t("assignments.hint")}>
      <div className="px-6 py-4">
        <AssignmentPickers
          chosen={assignments.fields}
          onPick={(targets) =>
            assignments.append(targets.map((target) => ({ assignment_id: "", ...target, ...UNLIMITED })))
          }
        />
      </div>
      {assignments.fields.length === 0 && <EmptyNote title={t("assignments.none")} hint={t("assignments.none_hint")} />}
      {assignments.fields.map((row, index) => {
        const name = nameOf(row)
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
              {!isAlone && (
                <Button
                  type="button"
                  size="small"
                  variant="transparent"
                  aria-label={t("assignments.period_for_all_of", { name })}
                  onClick={() => spread(index)}
                >
                  {t("assignments.period_for_all")}
                </Button>
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
