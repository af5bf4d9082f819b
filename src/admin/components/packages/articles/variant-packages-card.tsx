import { useArticleTerms } from "../../../lib/packages/use-article-terms"
import { useArticleOfVariant } from "../../../lib/packages/use-articles"
import { useCurrencies } from "../../../lib/store/use-currencies"
import { useTexts } from "../../../lib/use-texts"
import { DetailDrawer } from "../../ui/detail-drawer"
import { FieldRow } from "../../ui/field-row"
import { LinkButton } from "../../ui/link-button"
import { Loaded } from "../../ui/loaded"
import { Section } from "../../ui/section"
import { ArticleEditor } from "./article-editor"

/** On a variant: what its price is per; of a package's variant, the way to the package. */
export function VariantPackagesCard({ variant }: { variant: { id: string; title: string } }) {
  const { t } = useTexts("packages")
  const termsOf = useArticleTerms()
  const currencies = useCurrencies()
  const query = useArticleOfVariant(variant.id)
  return (
    <Loaded query={query} framed>
      {(article) =>
        article.is_package ? (
          <Section
            title={t("card.package")}
            actions={<LinkButton to={`/packages/${article.product_id}`}>{t("card.edit")}</LinkButton>}
          />
        ) : (
          <Section
            title={t("card.title")}
            actions={
              <DetailDrawer
                label={t("card.manage")}
                title={t("card.detail", { title: variant.title })}
                hint={t("card.hint")}
              >
                <Loaded query={currencies}>
                  {(codes) => <ArticleEditor key={article.variant_id} article={article} currencies={codes} />}
                </Loaded>
              </DetailDrawer>
            }
          >
            <FieldRow label={t("article.unit")}>{termsOf(article)}</FieldRow>
          </Section>
        )
      }
    </Loaded>
  )
}
