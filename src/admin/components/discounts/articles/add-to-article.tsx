import type { ArticleDiscountListAnswer } from "../../../../contracts/discounts/article-discounts"
import type { ArticleAnswer } from "../../../../contracts/discounts/articles"
import { useTexts } from "../../../lib/use-texts"
import { sdk } from "../../../lib/sdk"
import { useChange } from "../../../lib/use-change"
import { Picker } from "../../ui/forms/picker"

const MOST = 20

async function searchDiscounts(q: string, offset: number) {
  const { article_discounts, count } = await sdk.client.fetch<ArticleDiscountListAnswer>(
    "/admin/discounts/article-discounts",
    { query: { limit: MOST, offset, ...(q && { q }) } },
  )
  return { options: article_discounts.map(({ id, name }) => ({ id, title: name })), count }
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
