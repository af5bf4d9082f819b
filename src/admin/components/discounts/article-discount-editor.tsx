import { FormProvider, useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"
import {
  toArticleDiscountForm,
  toSaveArticleDiscount,
  type ArticleDiscountForm,
} from "../../lib/discounts/article-discount-form"
import { checkArticleDiscount } from "../../lib/discounts/check-discount"
import type { ArticleDiscountAnswer } from "../../../contracts/discounts-article-discounts"
import { useEditor } from "../../lib/discounts/use-editor"
import { useLiveProblems } from "../../lib/discounts/use-live-problems"
import { NAMESPACE } from "../../lib/namespace"
import { useFormat } from "../../lib/use-format"
import { DeleteMenu } from "../delete-menu"
import { AssignmentFields } from "./assignment-fields"
import { GeneralFields, TypeField } from "./general-fields"
import { RuleListFields } from "./rule-list-fields"
import { SaveBar } from "./save-bar"
import { TermsFields } from "./terms-fields"

interface ArticleDiscountEditorProps {
  /** Null: a new one is made. */
  discount: ArticleDiscountAnswer | null
  currencies: string[]
}

/** Makes or changes an article discount. The server's own rule judges it while one types. */
export function ArticleDiscountEditor({ discount, currencies }: ArticleDiscountEditorProps) {
  const { t } = useTranslation(NAMESPACE)
  const format = useFormat()
  const toForm = (from: ArticleDiscountAnswer | null) =>
    toArticleDiscountForm(from, { typed: format.typed, currency: currencies[0] ?? "" })
  const form = useForm<ArticleDiscountForm>({ defaultValues: toForm(discount) })
  const editor = useEditor<ArticleDiscountForm, { article_discount: ArticleDiscountAnswer }>({
    form,
    id: discount?.id ?? null,
    api: "/admin/discounts/article-discounts",
    list: "/discounts/articles",
    check: checkArticleDiscount,
    toBody: toSaveArticleDiscount,
    read: ({ article_discount }) => ({ id: article_discount.id, form: toForm(article_discount) }),
  })

  return (
    <FormProvider {...form}>
      <form noValidate className="isolate flex flex-col gap-y-3" onSubmit={editor.submit}>
        <div className="flex flex-col gap-3 xl:flex-row xl:items-start">
          <div className="flex min-w-0 flex-col gap-y-3 xl:flex-1">
            <GeneralFields
              title={discount?.name ?? t("discounts.articles.new")}
              hint={t("discounts.articles.one_hint")}
              actions={
                discount && (
                  <DeleteMenu
                    label={t("discounts.delete")}
                    title={t("discounts.delete_title", { name: discount.name })}
                    warning={t("discounts.delete_warning")}
                    onDelete={editor.remove}
                  />
                )
              }
            >
              <TypeField />
            </GeneralFields>
            <JudgedFields currencies={currencies} discountId={discount?.id ?? null} />
          </div>
          <div className="flex min-w-0 flex-col gap-y-3 xl:w-[360px]">
            <TermsFields used={discount?.used ?? null} />
          </div>
        </div>
        <SaveBar {...editor.bar} />
      </form>
    </FormProvider>
  )
}

/** Rules and assignments, with what the rule says against them as they stand. */
function JudgedFields({ currencies, discountId }: { currencies: string[]; discountId: string | null }) {
  const problems = useLiveProblems(checkArticleDiscount)
  return (
    <>
      <RuleListFields currencies={currencies} problems={problems} />
      <AssignmentFields discountId={discountId} problems={problems} />
    </>
  )
}
