import { Trash } from "@medusajs/icons"
import { IconButton, Input, Text } from "@medusajs/ui"
import { Controller, useFormContext, useWatch } from "react-hook-form"
import { FIXED_PER, MODES, TRIGGERS } from "../../../../rules/discounts/states"
import { hasCurrency, toRule, type ArticleDiscountForm } from "../../../lib/discounts/article-discount-form"
import { isDecimal } from "../../../lib/discounts/is-decimal"
import { useDiscountWords } from "../../../lib/discounts/use-discount-words"
import { useTexts } from "../../../lib/use-texts"
import { AmountInput } from "../../ui/forms/amount-input"
import { Choice } from "../../ui/forms/choice"
import { Field } from "../../ui/forms/field"
import { UnitInput } from "../../ui/forms/unit-input"
import { ProblemNotes } from "../../ui/forms/problem-notes"

interface RuleFieldsProps {
  index: number
  currencies: string[]
  /** This row's problems, in words. */
  problems: string[]
  onRemove?: () => void
}

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
        <RuleBound index={index} name="min" />
        <RuleBound index={index} name="max" />
      </div>
      <div className={ROW}>
        <div className="col-span-2 md:col-span-1">
          <RuleChoice index={index} name="mode" values={MODES} />
        </div>
        <RuleValue index={index} />
        {rule.mode === "fixed" && <RuleChoice index={index} name="per" values={FIXED_PER} />}
      </div>
      <div className="flex flex-wrap items-end justify-between gap-x-4 gap-y-2">
        {hasCurrency(rule) && <RuleCurrency index={index} currencies={currencies} />}
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
      <ProblemNotes reasons={problems} />
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

function RuleBound({ index, name }: { index: number; name: "min" | "max" }) {
  const { t } = useTexts("discounts")
  const { control, register } = useFormContext<ArticleDiscountForm>()
  const [trigger, currency] = useWatch({ control, name: [`rules.${index}.trigger`, `rules.${index}.currency_code`] })
  const id = `rule-${index}-${name}`
  const props = { id, placeholder: t("rules.open"), ...register(`rules.${index}.${name}`) }
  return (
    <Field label={t(`rules.${name}`)} htmlFor={id}>
      {trigger === "amount" ? (
        <AmountInput currency={currency} {...props} />
      ) : (
        <Input size="small" inputMode="numeric" autoComplete="off" className="text-right tabular-nums" {...props} />
      )}
    </Field>
  )
}

function RuleValue({ index }: { index: number }) {
  const { t } = useTexts("discounts")
  const { control, register } = useFormContext<ArticleDiscountForm>()
  const [mode, currency] = useWatch({ control, name: [`rules.${index}.mode`, `rules.${index}.currency_code`] })
  const id = `rule-${index}-value`
  return (
    <Field label={t("rules.value")} htmlFor={id}>
      {mode === "fixed" ? (
        <AmountInput id={id} currency={currency} {...register(`rules.${index}.value`)} />
      ) : (
        <UnitInput id={id} unit="%" {...register(`rules.${index}.value`)} />
      )}
    </Field>
  )
}

function RuleCurrency({ index, currencies }: { index: number; currencies: string[] }) {
  const { t } = useTexts("discounts")
  const { control } = useFormContext<ArticleDiscountForm>()
  const id = `rule-${index}-currency`
  return (
    <div className="w-28">
      <Field label={t("fields.currency")} htmlFor={id}>
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
