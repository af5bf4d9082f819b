import { Link } from "react-router-dom"
import { useArticle } from "../../../lib/discounts/use-article"
import { useDiscountWords } from "../../../lib/discounts/use-discount-words"
import { useTexts } from "../../../lib/use-texts"
import { CardRow } from "../../ui/card-row"
import { DetailDrawer } from "../../ui/detail-drawer"
import { EmptyNote } from "../../ui/empty-note"
import { FieldRow } from "../../ui/field-row"
import { Loaded } from "../../ui/loaded"
import { Section } from "../../ui/section"
import { TypeBadge } from "../article-discounts/type-badge"
import { AssignmentState } from "./assignment-state"
import { ProductDiscounts } from "./product-discounts"

const MOST = 5

/** What is taken off a product's price, in short; changing it, and its variants' discounts, is in the detail. */
export function ProductDiscountsCard({ product }: { product: { id: string; title: string } }) {
  const { t } = useTexts("discounts")
  const words = useDiscountWords()
  const query = useArticle("product", product.id)
  const detail = (label: string) => (
    <DetailDrawer label={label} title={t("list_of", { title: product.title })} hint={t("product.hint")}>
      <ProductDiscounts product={product} />
    </DetailDrawer>
  )

  return (
    <Section title={t("product.title")} actions={detail(t("product.manage"))}>
      <Loaded query={query}>
        {({ article }) => (
          <>
            {article.list.length === 0 ? (
              <EmptyNote title={t("product.none")}>{detail(t("product.assign"))}</EmptyNote>
            ) : (
              <ul className="divide-y">
                {article.list.slice(0, MOST).map((row) => (
                  <CardRow
                    key={row.assignment_id}
                    hint={words.ofPeriod(row)}
                    end={
                      <>
                        <AssignmentState row={row} />
                        <TypeBadge type={row.type} />
                      </>
                    }
                  >
                    <Link
                      to={`/discounts/articles/${row.discount_id}`}
                      className="text-ui-fg-interactive focus-visible:shadow-borders-focus rounded-sm outline-none"
                    >
                      {row.name}
                    </Link>
                  </CardRow>
                ))}
                {article.list.length > MOST && (
                  <CardRow>{t("more_rules", { count: article.list.length - MOST })}</CardRow>
                )}
              </ul>
            )}
            <FieldRow label={t("product.eligible")}>
              {t(article.order_discount_eligible ? "product.eligibles.yes" : "product.eligibles.no")}
            </FieldRow>
          </>
        )}
      </Loaded>
    </Section>
  )
}
