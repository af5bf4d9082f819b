import { Button } from "@medusajs/ui"
import { useState } from "react"
import { FormProvider, useForm } from "react-hook-form"
import type { ArticleAnswer } from "../../../../contracts/discounts/articles"
import { checkAmount } from "../../../../rules/money"
import { articlePath } from "../../../lib/discounts/use-article"
import { useTexts } from "../../../lib/use-texts"
import { useProblemWords } from "../../../lib/discounts/use-problem-words"
import { useVersionedSave } from "../../../lib/use-versioned-save"
import { Field } from "../../ui/forms/field"
import { MeanwhileNote } from "../../ui/forms/meanwhile-note"
import { NumberField } from "../../ui/forms/number-field"

interface ArticleCostsProps {
  article: ArticleAnswer
  currencies: string[]
}

/** What a unit costs the merchant, by currency, for the minimum margin (D24). */
export function ArticleCosts({ article, currencies }: ArticleCostsProps) {
  const { t } = useTexts("discounts")
  const inWords = useProblemWords()
  const toForm = ({ costs }: ArticleAnswer) => Object.fromEntries(currencies.map((code) => [code, costs?.[code] ?? ""]))
  const [opened] = useState(() => ({ form: toForm(article), version: article.version }))
  const form = useForm<Record<string, string>>({ defaultValues: opened.form })
  const { isDirty } = form.formState
  const { save, meanwhile, discardMine } = useVersionedSave<Record<string, string>, { article: ArticleAnswer }>({
    form,
    path: articlePath(article.level, article.target_id),
    opened,
    toBody: (values) => {
      const known = Object.entries(values).filter(([, amount]) => amount !== "")
      const others = Object.entries(article.costs ?? {}).filter(([code]) => !currencies.includes(code))
      return { costs: Object.fromEntries([...others, ...known]) }
    },
    read: (answer) => ({ form: toForm(answer.article), version: answer.article.version }),
    done: t("product.saved"),
    onDone: (answer) => form.reset(toForm(answer.article)),
    inWords,
  })
  const check = (code: string) => (amount: string) =>
    amount === "" || checkAmount(amount, code).ok || t("validation.amount", { currency: code.toUpperCase() })
  return (
    <FormProvider {...form}>
      <form
        noValidate
        className="px-6 py-4"
        onSubmit={(event) => void form.handleSubmit((values) => save.mutate(values))(event)}
      >
        <Field label={t("product.costs")} hint={t("product.costs_hint")}>
          <div className="flex flex-wrap items-start gap-3">
            {currencies.map((code) => (
              <div key={code} className="w-40">
                <NumberField
                  name={code}
                  currency={code}
                  aria-label={t("product.cost_in", { currency: code.toUpperCase() })}
                  check={check(code)}
                />
              </div>
            ))}
            <Button size="small" variant="secondary" type="submit" disabled={!isDirty} isLoading={save.isPending}>
              {t("common.save")}
            </Button>
          </div>
        </Field>
        <MeanwhileNote meanwhile={meanwhile} nameOf={(code) => code.toUpperCase()} onDiscard={discardMine} />
      </form>
    </FormProvider>
  )
}
