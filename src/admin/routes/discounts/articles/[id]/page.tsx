import { useQuery } from "@tanstack/react-query"
import { useParams } from "react-router-dom"
import { Crumb } from "../../../../components/crumb"
import { ArticleDiscountEditor } from "../../../../components/discounts/article-discount-editor"
import { Loaded } from "../../../../components/loaded"
import type { ArticleDiscountAnswer } from "../../../../../contracts/discounts-article-discounts"
import { queryKeys } from "../../../../lib/query-keys"
import { sdk } from "../../../../lib/sdk"
import { useCurrencies } from "../../../../lib/use-currencies"

const NEW = "new"

const ArticleDiscountPage = () => {
  const { id = NEW } = useParams()
  const currencies = useCurrencies()
  const query = useQuery({
    queryKey: [...queryKeys.articleDiscounts, "detail", id],
    queryFn: async () => {
      if (id === NEW) {
        return { article_discount: null }
      }
      const path = `/admin/discounts/article-discounts/${encodeURIComponent(id)}`
      return sdk.client.fetch<{ article_discount: ArticleDiscountAnswer }>(path)
    },
    staleTime: 0,
    // A form starts from what the server says now, and never from what was fetched for an earlier visit.
    gcTime: 0,
  })

  return (
    <Loaded query={currencies} rows={8} framed>
      {(codes) => (
        <Loaded query={query} rows={8} framed>
          {({ article_discount }) => <ArticleDiscountEditor key={id} discount={article_discount} currencies={codes} />}
        </Loaded>
      )}
    </Loaded>
  )
}

export const handle = { breadcrumb: () => <Crumb name="discounts.articles.one" /> }

export default ArticleDiscountPage
