import type { UIMatch } from "react-router-dom"
import { ArticleDiscountEditor } from "../../../../components/discounts/article-discounts/article-discount-editor"
import { DiscountCrumb } from "../../../../components/discounts/editor/discount-crumb"
import { EditedDiscount } from "../../../../components/discounts/editor/edited-discount"
import { ARTICLE_DISCOUNTS } from "../../../../lib/discounts/discount-kinds"

const ArticleDiscountPage = () => (
  <EditedDiscount kind={ARTICLE_DISCOUNTS}>
    {(discount, id, currencies) => <ArticleDiscountEditor key={id} discount={discount} currencies={currencies} />}
  </EditedDiscount>
)

export const handle = {
  breadcrumb: ({ params }: UIMatch) => (
    <DiscountCrumb kind={ARTICLE_DISCOUNTS} id={params.id ?? ""} name="articles.one" newName="articles.new" />
  ),
}

export default ArticleDiscountPage
