import type { ArticleDiscountAnswer } from "../../../../contracts/discounts/article-discounts"
import type { ArticleAnswer } from "../../../../contracts/discounts/articles"
import { useTexts } from "../../../lib/use-texts"
import { sdk } from "../../../lib/sdk"
import { useChange } from "../../../lib/use-change"
import { Picker } from "../../ui/forms/picker"

const MOST = 20

async function searchDiscounts(q: string) {
  const { article_discounts } = await sdk.client.fetch<{ article_discounts: ArticleDiscountAnswer[] }>(
    "/admin/discounts/article-discounts",
    { query: { limit: MOST, ...(q && { q }) } },
  )
  return article_discounts.map(({ id, name }) => ({ id, title: name }))
}

/** Assigns one more discount to an article: it goes last in its list. */
export function AddToArticle({ article }: { article: ArticleAnswer }) {
  const { t } = useTexts("discounts")
  const { level, target_id } = article
  const add = useChange({
    change: (discount_id: string) =>
      sdk.client.fetch("/admin/discounts/assignments", { method: "POST", body: { discount_id, level, target_id } }),
    done: t("product.added"),
  })
  return (
    <Picker
      label={t("product.add")}
      kind="article-discounts"
      search={searchDiscounts}
      chosen={article.list.flatMap((row) => (row.level === level ? [row.discount_id] : []))}
      onPick={({ id }) => add.mutate(id)}
    />
  )
}
