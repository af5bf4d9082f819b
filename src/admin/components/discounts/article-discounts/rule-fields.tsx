import { Trash } from "@medusajs/icons"
import { IconButton, Text } from "@medusajs/ui"
import { Controller, useFormContext, useWatch } from "react-hook-form"
import { FIXED_PER, MODES, TRIGGERS } from "../../../../rules/discounts/states"
import { hasCurrency, toRule, type ArticleDiscountForm } from "../../../lib/discounts/article-discount-form"
import { isDecimal } from "../../../lib/discounts/is-decimal"
import { problemAt, type FieldProblem } from "../../../lib/field-problems"
import { useDiscountWords } from "../../../lib/discounts/use-discount-words"
import { useTexts } from "../../../lib/use-texts"
import { Choice } from "../../ui/forms/choice"
import { Field } from "../../ui/forms/field"
import { NumberField } from "../../ui/forms/number-field"
import { ProblemNotes } from "../../ui/forms/problem-notes"

interface RuleFieldsProps {
  index: number
  currencies: string[]
  /** This row's problems, in words. */
  problems: FieldProblem[]
  onRemove?: () => void
}

/** These have a field of their own in the row. */
const AT_FIELD = /\.(min|max|value|currency_code)$/

const ROW = "grid grid-cols-2 items-start gap-3 md:grid-cols-[minmax(0,1.5fr)_minmax(0,1fr)_minmax(0,1fr)]"

/** One step of a discount: when it matches, and what it gives (D13, D14). */
export function RuleFields({ index, currencies, problems, onRemove }: RuleFieldsProps) {
  const { t } = useTexts("discounts")
  const words = useDiscountWords()
  const { control } = useFormContext<ArticleDiscountForm>()
  const rule = useWatch({ control, name: `rules.${index}` })
  if (!rule) {
    return null
  }
  const sent = toRule(rule)
  const isSound = [sent.min ?? "0", sent.max ?? "0", sent.value].every(isDecimal)

  return (
    <div
      role="group"
      aria-label={t("rules.one", { number: index + 1 })}
      className="bg-ui-bg-component shadow-elevation-card-rest flex flex-col gap-y-3 rounded-lg p-4"
    >
      <div className={ROW}>
        <div className="col-span-2 md:col-span-1">
          <RuleChoice index={index} name="trigger" values={TRIGGERS} />
        </div>
        <RuleBound index={index} name="min" problems={problems} />
        <RuleBound index={index} name="max" problems={problems} />
      </div>
      <div className={ROW}>
        <div className="col-span-2 md:col-span-1">
          <RuleChoice index={index} name="mode" values={MODES} />
        </div>
        <RuleValue index={index} problems={problems} />
        {rule.mode === "fixed" && <RuleChoice index={index} name="per" values={FIXED_PER} />}
      </div>
      <div className="flex flex-wrap items-end justify-between gap-x-4 gap-y-2">
        {hasCurrency(rule) && <RuleCurrency index={index} currencies={currencies} problems={problems} />}
        <Text size="small" className="text-ui-fg-subtle min-w-0 flex-1 self-center tabular-nums">
          {isSound ? words.ofRule(sent) : "–"}
        </Text>
        <IconButton
          type="button"
          size="small"
          variant="transparent"
          disabled={!onRemove}
          onClick={onRemove}
          aria-label={t("rules.remove", { number: index + 1 })}
        >
          <Trash />
        </IconButton>
      </div>
      <ProblemNotes reasons={problems.flatMap(({ field, reason }) => (AT_FIELD.test(field) ? [] : [reason]))} />
    </div>
  )
}

interface RuleChoiceProps {
  index: number
  name: "trigger" | "mode" | "per"
  values: readonly string[]
}

function RuleChoice({ index, name, values }: RuleChoiceProps) {
  const { t } = useTexts("discounts")
  const { control } = useFormContext<ArticleDiscountForm>()
  const id = `rule-${index}-${name}`
  return (
    <Field label={t(`rules.${name}`)} htmlFor={id}>
      <Controller
        control={control}
        name={`rules.${index}.${name}`}
        render={({ field }) => (
          <Choice
            id={id}
            size="small"
            label={t(`rules.${name}`)}
            value={field.value}
            onChange={field.onChange}
            options={values.map((value) => ({ value, label: t(`rules.${name}s.${value}`) }))}
          />
        )}
      />
    </Field>
  )
}

interface RulePartProps {
  index: number
  problems: FieldProblem[]
}

function RuleBound({ index, name, problems }: RulePartProps & { name: "min" | "max" }) {
  const { t } = useTexts("discounts")
  const { control } = useFormContext<ArticleDiscountForm>()
  const [trigger, currency] = useWatch({ control, name: [`rules.${index}.trigger`, `rules.${index}.currency_code`] })
  return (
    <NumberField<ArticleDiscountForm>
      name={`rules.${index}.${name}`}
      label={t(`rules.${name}`)}
      placeholder={t("rules.open")}
      currency={trigger === "amount" ? currency : undefined}
      isWhole={trigger === "quantity"}
      error={problemAt(problems, `rules.${index}.${name}`)}
    />
  )
}

function RuleValue({ index, problems }: RulePartProps) {
  const { t } = useTexts("discounts")
  const { control } = useFormContext<ArticleDiscountForm>()
  const [mode, currency] = useWatch({ control, name: [`rules.${index}.mode`, `rules.${index}.currency_code`] })
  return (
    <NumberField<ArticleDiscountForm>
      name={`rules.${index}.value`}
      label={t("rules.value")}
      currency={mode === "fixed" ? currency : undefined}
      unit={mode === "percent" ? "%" : undefined}
      error={problemAt(problems, `rules.${index}.value`)}
    />
  )
}

function RuleCurrency({ index, currencies, problems }: RulePartProps & { currencies: string[] }) {
  const { t } = useTexts("discounts")
  const { control } = useFormContext<ArticleDiscountForm>()
  const id = `rule-${index}-currency`
  return (
    <div className="w-28">
      <Field label={t("fields.currency")} htmlFor={id} error={problemAt(problems, `rules.${index}.currency_code`)}>
        <Controller
          control={control}
          name={`rules.${index}.currency_code`}
          render={({ field }) => (
            <Choice
              id={id}
              size="small"
              label={t("fields.currency")}
              value={field.value}
              onChange={field.onChange}
              options={currencies.map((code) => ({ value: code, label: code.toUpperCase() }))}
            />
          )}
        />
      </Field>
    </div>
  )
}
