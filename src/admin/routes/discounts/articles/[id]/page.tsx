import { Crumb } from "../../../../components/ui/crumb"
import { ArticleDiscountEditor } from "../../../../components/discounts/article-discounts/article-discount-editor"
import { EditedDiscount } from "../../../../components/discounts/editor/edited-discount"
import type { ArticleDiscountAnswer } from "../../../../../contracts/discounts/article-discounts"
import { queryKeys } from "../../../../lib/query-keys"

const ArticleDiscountPage = () => (
  <EditedDiscount
    queryKey={queryKeys.articleDiscounts}
    api="/admin/discounts/article-discounts"
    read={({ article_discount }: { article_discount: ArticleDiscountAnswer }) => article_discount}
  >
    {(discount, id, currencies) => <ArticleDiscountEditor key={id} discount={discount} currencies={currencies} />}
  </EditedDiscount>
)

export const handle = { breadcrumb: () => <Crumb room="discounts" name="articles.one" /> }

export default ArticleDiscountPage
