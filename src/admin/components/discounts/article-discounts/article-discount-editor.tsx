import { useState } from "react"
import { useForm } from "react-hook-form"
import {
  toArticleDiscountForm,
  toSaveArticleDiscount,
  type ArticleDiscountForm,
} from "../../../lib/discounts/article-discount-form"
import { checkArticleDiscount } from "../../../lib/discounts/check-discount"
import type { ArticleDiscountAnswer } from "../../../../contracts/discounts/article-discounts"
import { copyOfArticleDiscount } from "../../../lib/discounts/copy-of"
import { ARTICLE_DISCOUNTS } from "../../../lib/discounts/discount-kinds"
import { useDiscountEditor } from "../../../lib/discounts/use-discount-editor"
import { useLiveProblems } from "../../../lib/discounts/use-live-problems"
import { useTexts } from "../../../lib/use-texts"
import { AssignmentFields } from "../articles/assignment-fields"
import { DuplicateButton } from "../editor/duplicate-button"
import { EditorFrame } from "../editor/editor-frame"
import { TypeField } from "../editor/general-fields"
import { RuleListFields } from "./rule-list-fields"

interface ArticleDiscountEditorProps {
  /** Null: a new one. */
  discount: ArticleDiscountAnswer | null
  currencies: string[]
}

/** Creates or edits an article discount. The server's rule validates it while one types. */
export function ArticleDiscountEditor({ discount, currencies }: ArticleDiscountEditorProps) {
  const { t } = useTexts("discounts")
  const toForm = (from: ArticleDiscountAnswer | null) => toArticleDiscountForm(from, currencies[0] ?? "")
  // What the form was opened with, whatever is fetched again meanwhile.
  const [opened] = useState(() => ({
    id: discount?.id ?? null,
    form: toForm(discount),
    version: discount?.version ?? null,
  }))
  const form = useForm<ArticleDiscountForm>({ defaultValues: opened.form })
  const editor = useDiscountEditor<ArticleDiscountForm, { article_discount: ArticleDiscountAnswer }>({
    form,
    opened,
    api: "/admin/discounts/article-discounts",
    list: "/discounts/articles",
    check: checkArticleDiscount,
    toBody: toSaveArticleDiscount,
    read: ({ article_discount }) => ({
      id: article_discount.id,
      form: toForm(article_discount),
      version: article_discount.version,
    }),
  })

  return (
    <EditorFrame
      form={form}
      editor={editor}
      discount={discount}
      title={t("articles.new")}
      hint={t("articles.one_hint")}
      actions={
        discount && (
          <DuplicateButton
            kind={ARTICLE_DISCOUNTS}
            list="/discounts/articles"
            name={discount.name}
            copy={(name) => copyOfArticleDiscount(discount, name)}
          />
        )
      }
      general={<TypeField />}
    >
      <CheckedFields currencies={currencies} discountId={discount?.id ?? null} />
    </EditorFrame>
  )
}

/** Rules and assignments, with their current problems. */
function CheckedFields({ currencies, discountId }: { currencies: string[]; discountId: string | null }) {
  const problems = useLiveProblems(checkArticleDiscount)
  return (
    <>
      <RuleListFields currencies={currencies} problems={problems} />
      <AssignmentFields discountId={discountId} problems={problems} />
    </>
  )
}
