import { Button } from "@medusajs/ui"
import { FormProvider, useForm } from "react-hook-form"
import type { ArticleAnswer } from "../../../../contracts/discounts/articles"
import { checkAmount } from "../../../../rules/money"
import { articlePath } from "../../../lib/discounts/use-article"
import { useTexts } from "../../../lib/use-texts"
import { sdk } from "../../../lib/sdk"
import { useChange } from "../../../lib/use-change"
import { Field } from "../../ui/forms/field"
import { NumberField } from "../../ui/forms/number-field"

interface ArticleCostsProps {
  article: ArticleAnswer
  currencies: string[]
}

/** What a unit costs the merchant, by currency, for the minimum margin (D24). */
export function ArticleCosts({ article, currencies }: ArticleCostsProps) {
  const { t } = useTexts("discounts")
  const form = useForm<Record<string, string>>({
    values: Object.fromEntries(currencies.map((code) => [code, article.costs?.[code] ?? ""])),
  })
  const { isDirty } = form.formState
  const save = useChange({
    change: (values: Record<string, string>) => {
      const known = Object.entries(values).filter(([, amount]) => amount !== "")
      const others = Object.entries(article.costs ?? {}).filter(([code]) => !currencies.includes(code))
      return sdk.client.fetch(articlePath(article.level, article.target_id), {
        method: "POST",
        body: { costs: Object.fromEntries([...others, ...known]) },
      })
    },
    done: t("product.saved"),
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
      </form>
    </FormProvider>
  )
}
