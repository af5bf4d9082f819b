import type { ArticleAnswer } from "../../../../contracts/discounts/articles"
import { articlePath } from "../../../lib/discounts/use-article"
import { useTexts } from "../../../lib/use-texts"
import { sdk } from "../../../lib/sdk"
import { useChange } from "../../../lib/use-change"
import { Choice } from "../../ui/forms/choice"
import { Field } from "../../ui/forms/field"

const ANSWERS = ["inherit", "yes", "no"] as const
const VALUES = { inherit: null, yes: true, no: false } as const

/** Whether the order discount applies to the article (D3), or what its product, collection, categories say of it. */
export function ArticleEligibility({ article }: { article: ArticleAnswer }) {
  const { t } = useTexts("discounts")
  const isEligible = article.order_discount_eligible
  const save = useChange({
    change: (order_discount_eligible: boolean | null) =>
      sdk.client.fetch(articlePath(article.level, article.target_id), {
        method: "POST",
        body: { order_discount_eligible },
      }),
    done: t("product.saved"),
  })
  const shown = save.isPending ? save.variables : isEligible
  const wordOf = (value: (typeof ANSWERS)[number]) =>
    t(value === "inherit" && article.level !== "variant" ? "product.eligibles.wider" : `product.eligibles.${value}`)
  return (
    <div className="px-6 py-4">
      <Field label={t("product.eligible")} htmlFor="article-eligible" hint={t("product.eligible_hint")}>
        <div className="max-w-80">
          <Choice
            id="article-eligible"
            size="small"
            label={t("product.eligible")}
            value={shown === null ? "inherit" : shown ? "yes" : "no"}
            options={ANSWERS.map((value) => ({ value, label: wordOf(value) }))}
            onChange={(answer) => save.mutate(VALUES[answer])}
          />
        </div>
      </Field>
    </div>
  )
}
