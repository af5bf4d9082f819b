import { ArticleDiscountEditor } from "../../../../components/discounts/article-discounts/article-discount-editor"
import { EditedDiscount } from "../../../../components/discounts/editor/edited-discount"
import { Crumb } from "../../../../components/ui/crumb"
import { ARTICLE_DISCOUNTS } from "../../../../lib/discounts/discount-kinds"

/** Creating one is a layer over the list. */
const NewArticleDiscountPage = () => (
  <EditedDiscount kind={ARTICLE_DISCOUNTS}>
    {(discount, id, currencies) => <ArticleDiscountEditor key={id} discount={discount} currencies={currencies} />}
  </EditedDiscount>
)

export const handle = { breadcrumb: () => <Crumb room="discounts" name="articles.new" /> }

export default NewArticleDiscountPage
