import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useNavigate } from "react-router-dom"
import type { PackageArticleAnswer } from "../../../../contracts/packages/articles"
import type { PackageAnswer } from "../../../../contracts/packages/packages"
import { useArticleTerms } from "../../../lib/packages/use-article-terms"
import { useArticles } from "../../../lib/packages/use-articles"
import { usePackage } from "../../../lib/packages/use-package"
import { usePackageProblemWords } from "../../../lib/packages/use-package-problem-words"
import { sdk } from "../../../lib/sdk"
import { useCurrencies } from "../../../lib/store/use-currencies"
import { useChange } from "../../../lib/use-change"
import { useFormat } from "../../../lib/use-format"
import { useTexts } from "../../../lib/use-texts"
import { CardRow } from "../../ui/card-row"
import { DetailDrawer } from "../../ui/detail-drawer"
import { FieldRow } from "../../ui/field-row"
import { Choice } from "../../ui/forms/choice"
import { LinkButton } from "../../ui/link-button"
import { Loaded } from "../../ui/loaded"
import { Section } from "../../ui/section"
import { AvailabilityDrawer } from "../availability/availability-drawer"
import { ArticleEditor } from "./article-editor"

interface Product {
  id: string
  title: string
}

/** On a product: that it is a package, or else what its variants' prices are per. */
export function ProductPackagesCard({ product }: { product: Product }) {
  const query = useArticles(product.id)
  return (
    <Loaded query={query} framed>
      {(articles) =>
        articles.some(({ is_package }) => is_package) ? (
          <PackageCard product={product} />
        ) : (
          <ArticleCard product={product} articles={articles} />
        )
      }
    </Loaded>
  )
}

function PackageCard({ product }: { product: Product }) {
  const { t } = useTexts("packages")
  const format = useFormat()
  const query = usePackage(product.id)
  const countOf = (answer: PackageAnswer, role: string) => answer.entries.filter((entry) => entry.role === role).length
  return (
    <Section
      title={t("card.package")}
      actions={
        <>
          <AvailabilityDrawer product={product} />
          <LinkButton to={`/packages/${product.id}`}>{t("card.edit")}</LinkButton>
        </>
      }
    >
      <Loaded query={query}>
        {(answer) => (
          <>
            <FieldRow label={t("fields.pricing")}>{t(`pricings.${answer.pricing}`)}</FieldRow>
            <FieldRow label={t("fields.contents")}>{format.number(countOf(answer, "content"))}</FieldRow>
            <FieldRow label={t("fields.accessories")}>{format.number(countOf(answer, "accessory"))}</FieldRow>
          </>
        )}
      </Loaded>
    </Section>
  )
}

const MOST = 5

function ArticleCard({ product, articles }: { product: Product; articles: PackageArticleAnswer[] }) {
  const { t } = useTexts("packages")
  const termsOf = useArticleTerms()
  return (
    <Section
      title={t("card.title")}
      actions={
        articles.length > 0 && (
          <>
            <AvailabilityDrawer
              product={product}
              variants={articles.map((article) => ({ id: article.variant_id, title: article.variant_title }))}
            />
            <DetailDrawer
              label={t("card.manage")}
              title={t("card.detail", { title: product.title })}
              hint={t("card.hint")}
            >
              <ArticleDetail articles={articles} />
            </DetailDrawer>
          </>
        )
      }
    >
      <ul className="divide-y">
        {articles.slice(0, MOST).map((article) => (
          <CardRow key={article.variant_id} end={<span className="text-ui-fg-subtle">{termsOf(article)}</span>}>
            {article.variant_title}
          </CardRow>
        ))}
        {articles.length > MOST && <CardRow>{t("card.more", { count: articles.length - MOST })}</CardRow>}
      </ul>
      {articles.length > 0 && <MakePackage productId={product.id} />}
    </Section>
  )
}

/** Turns a plain product into a package, and opens it. */
function MakePackage({ productId }: { productId: string }) {
  const { t } = useTexts("packages")
  const navigate = useNavigate()
  const make = useChange({
    change: () =>
      sdk.client.fetch("/admin/packages", {
        method: "POST",
        body: { product_id: productId, package: { pricing: "flat" } },
      }),
    done: t("new.done"),
    inWords: usePackageProblemWords(),
    onDone: () => void navigate(`/packages/${productId}`),
  })
  return (
    <div className="flex justify-end px-6 py-3">
      <Button
        type="button"
        size="small"
        variant="transparent"
        isLoading={make.isPending}
        onClick={() => make.mutate(undefined)}
      >
        {t("card.make")}
      </Button>
    </div>
  )
}

function ArticleDetail({ articles }: { articles: PackageArticleAnswer[] }) {
  const { t } = useTexts("packages")
  const currencies = useCurrencies()
  const [variantId, setVariantId] = useState(articles[0]?.variant_id ?? "")
  const article = articles.find((one) => one.variant_id === variantId)
  return (
    <div className="flex flex-col divide-y">
      {articles.length > 1 && (
        <div className="px-6 py-4">
          <Choice
            size="small"
            label={t("card.variant")}
            value={variantId}
            options={articles.map((one) => ({ value: one.variant_id, label: one.variant_title }))}
            onChange={setVariantId}
          />
        </div>
      )}
      <Loaded query={currencies}>
        {(codes) => article && <ArticleEditor key={article.variant_id} article={article} currencies={codes} />}
      </Loaded>
    </div>
  )
}
