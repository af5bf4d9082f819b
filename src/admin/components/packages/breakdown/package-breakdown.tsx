import { Text } from "@medusajs/ui"
import { useState } from "react"
import { useFormContext, useFormState, useWatch } from "react-hook-form"
import type { BreakdownAnswer } from "../../../../contracts/packages/breakdown"
import { errorMessage } from "../../../lib/errors/error-message"
import { useErrorWords } from "../../../lib/errors/use-error-words"
import { fieldProblems } from "../../../lib/field-problems"
import { toBreakdownBody, type BreakdownState } from "../../../lib/packages/breakdown-state"
import type { PackageForm } from "../../../lib/packages/package-form"
import { useBreakdown } from "../../../lib/packages/use-breakdown"
import { usePackageProblemWords } from "../../../lib/packages/use-package-problem-words"
import { useTexts } from "../../../lib/use-texts"
import { LoadingRows } from "../../ui/loading-rows"
import { Section } from "../../ui/section"
import { Choice } from "../../ui/forms/choice"
import { Field } from "../../ui/forms/field"
import { NumberInput } from "../../ui/forms/number-input"
import { ProblemNotes } from "../../ui/forms/problem-notes"
import { BreakdownOptions } from "./breakdown-options"
import { BreakdownRows } from "./breakdown-rows"

interface PackageBreakdownProps {
  productId: string
  currencies: string[]
}

/** What the package costs as it is typed, to the last content, for a duration and choices (P21). */
export function PackageBreakdown({ productId, currencies }: PackageBreakdownProps) {
  const { t } = useTexts("packages")
  const { control, getValues } = useFormContext<PackageForm>()
  const { isDirty } = useFormState({ control })
  useWatch({ control })
  const [state, setState] = useState<BreakdownState>({
    currency: currencies[0] ?? "",
    days: "",
    hours: "",
    quantity: "1",
    choices: [],
  })
  const change = (part: Partial<BreakdownState>) => setState((before) => ({ ...before, ...part }))
  const query = useBreakdown(productId, toBreakdownBody(state, isDirty ? getValues() : null))

  return (
    <Section title={t("breakdown.title")} hint={t("breakdown.hint")}>
      <div className="grid grid-cols-2 gap-3 px-6 py-4">
        <Field label={t("fields.currency")} htmlFor="breakdown-currency">
          <Choice
            id="breakdown-currency"
            size="small"
            label={t("fields.currency")}
            value={state.currency}
            onChange={(currency) => change({ currency })}
            options={currencies.map((code) => ({ value: code, label: code.toUpperCase() }))}
          />
        </Field>
        {(["quantity", "days", "hours"] as const).map((name) => (
          <Field key={name} label={t(`breakdown.${name}`)} htmlFor={`breakdown-${name}`}>
            <NumberInput
              id={`breakdown-${name}`}
              value={state[name]}
              onChange={(value) => change({ [name]: value })}
              placeholder={name === "quantity" ? undefined : t("breakdown.unsaid")}
              isWhole
            />
          </Field>
        ))}
      </div>
      {query.data && query.data.options.length > 0 && (
        <BreakdownOptions
          options={query.data.options}
          choices={state.choices}
          onChange={(choices) => change({ choices })}
        />
      )}
      {query.isError ? <BreakdownProblems error={query.error} /> : <BreakdownResult breakdown={query.data} />}
    </Section>
  )
}

function BreakdownResult({ breakdown }: { breakdown: BreakdownAnswer | undefined }) {
  const { t } = useTexts("packages")
  if (!breakdown) {
    return <LoadingRows rows={4} />
  }
  if (breakdown.total === null) {
    const names = [...new Set(breakdown.missing.map(({ title }) => title ?? t("product_gone")))].join(", ")
    return (
      <div className="px-6 py-4" role="status">
        <ProblemNotes reasons={[t("breakdown.missing", { names, currency: breakdown.currency_code.toUpperCase() })]} />
      </div>
    )
  }
  return <BreakdownRows breakdown={breakdown} total={breakdown.total} />
}

/** While something in the form is wrong there is no price; what is wrong stands at its field, too. */
function BreakdownProblems({ error }: { error: unknown }) {
  const { t } = useTexts("packages")
  const inWords = usePackageProblemWords()
  const toWords = useErrorWords()
  const problems = fieldProblems(errorMessage(error)).map(({ reason }) => inWords(reason))
  return (
    <div className="flex flex-col gap-y-1 px-6 py-4" role="status">
      <Text size="small" className="text-ui-fg-subtle">
        {t("breakdown.none")}
      </Text>
      <ProblemNotes reasons={problems.length > 0 ? [...new Set(problems)] : [toWords(error)]} />
    </div>
  )
}
