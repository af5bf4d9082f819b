import { Button, Input } from "@medusajs/ui"
import { useState } from "react"
import { Controller, FormProvider, useForm, useFormContext, useWatch } from "react-hook-form"
import type { PackageArticleAnswer } from "../../../../contracts/packages/articles"
import { ARTICLE_UNITS, isPercentArticle, isTimed } from "../../../../rules/packages"
import { changedBody } from "../../../lib/changed-body"
import { problemAt, showProblems } from "../../../lib/field-problems"
import { toArticleForm, toSaveArticle, type ArticleForm } from "../../../lib/packages/article-form"
import { checkArticle } from "../../../lib/packages/check-article"
import { articlePath } from "../../../lib/packages/use-articles"
import { useLivePackageProblems } from "../../../lib/packages/use-live-package-problems"
import { usePackageProblemWords } from "../../../lib/packages/use-package-problem-words"
import { dashboardProductKeys } from "../../../lib/query-keys"
import { useTexts } from "../../../lib/use-texts"
import { useVersionedSave } from "../../../lib/use-versioned-save"
import { Choice } from "../../ui/forms/choice"
import { Field } from "../../ui/forms/field"
import { MeanwhileNote } from "../../ui/forms/meanwhile-note"
import { NumberField } from "../../ui/forms/number-field"
import { RateListFields } from "../catalog/rate-list-fields"

interface ArticleEditorProps {
  article: PackageArticleAnswer
  currencies: string[]
}

/** What a variant's price is per (P11), and how long it is kept around a rental (P18). */
export function ArticleEditor({ article, currencies }: ArticleEditorProps) {
  const { t } = useTexts("packages")
  const inWords = usePackageProblemWords()
  const [opened] = useState(() => ({ form: toArticleForm(article), version: article.version }))
  const form = useForm<ArticleForm>({ defaultValues: opened.form })
  const { save, meanwhile, discardMine } = useVersionedSave<ArticleForm, { article: PackageArticleAnswer }>({
    form,
    path: articlePath(article.variant_id),
    opened,
    toBody: (values, base) => (base ? changedBody(toSaveArticle(values), toSaveArticle(base)) : toSaveArticle(values)),
    read: (answer) => ({ form: toArticleForm(answer.article), version: answer.article.version }),
    done: t("article.saved"),
    onDone: (answer) => form.reset(toArticleForm(answer.article)),
    inWords,
    alsoStale: dashboardProductKeys,
  })
  const submit = (values: ArticleForm) => {
    const problems = checkArticle(values)
    if (problems.length > 0) {
      showProblems(problems, form.setError, inWords)
    } else {
      save.mutate(values)
    }
  }
  return (
    <FormProvider {...form}>
      <form
        noValidate
        className="flex flex-col gap-y-5 px-6 py-4"
        onSubmit={(event) => {
          form.clearErrors()
          void form.handleSubmit(submit)(event)
        }}
      >
        <MeanwhileNote meanwhile={meanwhile} nameOf={(field) => t(`changed.${field}`)} onDiscard={discardMine} />
        <ArticleFields currencies={currencies} />
        <div className="flex justify-end">
          <Button size="small" type="submit" disabled={!form.formState.isDirty} isLoading={save.isPending}>
            {t("common.save")}
          </Button>
        </div>
      </form>
    </FormProvider>
  )
}

function ArticleFields({ currencies }: { currencies: string[] }) {
  const { t } = useTexts("packages")
  const { control, register } = useFormContext<ArticleForm>()
  const problems = useLivePackageProblems(checkArticle)
  const unit = useWatch({ control, name: "unit" })
  return (
    <>
      <Field label={t("article.unit")} htmlFor="article-unit" hint={t(`unit_hints.${unit}`)}>
        <Controller
          control={control}
          name="unit"
          render={({ field }) => (
            <Choice
              id="article-unit"
              size="small"
              label={t("article.unit")}
              value={field.value}
              onChange={field.onChange}
              options={ARTICLE_UNITS.map((value) => ({ value, label: t(`article_units.${value}`) }))}
            />
          )}
        />
      </Field>
      {isPercentArticle({ unit }) && (
        <div className="grid grid-cols-2 gap-5">
          <NumberField<ArticleForm>
            name="percent"
            label={t("article.percent")}
            unit="%"
            error={problemAt(problems, "percent")}
          />
          {unit === "percent_of_group" && (
            <Field label={t("article.group")} htmlFor="article-group" error={problemAt(problems, "percent_group")}>
              <Input id="article-group" size="small" autoComplete="off" {...register("percent_group")} />
            </Field>
          )}
        </div>
      )}
      {isTimed(unit) && (
        <>
          <RateListFields unit={unit} currencies={currencies} problems={problems} />
          <NumberField<ArticleForm>
            name="minimum_duration"
            label={t("fields.minimum_duration")}
            hint={t("minimum_hint")}
            unit={t(`units_of.${unit}`)}
            isWhole
            error={problemAt(problems, "minimum_duration")}
          />
        </>
      )}
      <div className="grid grid-cols-2 gap-5">
        {(["buffer_before_minutes", "buffer_after_minutes"] as const).map((name) => (
          <NumberField<ArticleForm>
            key={name}
            name={name}
            label={t(`article.${name}`)}
            hint={t(`article.${name}_hint`)}
            unit={t("units_of.minute")}
            isWhole
            error={problemAt(problems, name)}
          />
        ))}
      </div>
    </>
  )
}
