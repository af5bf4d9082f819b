import type { PackageArticleAnswer } from "../../../contracts/packages/articles"
import { useFormat } from "../use-format"
import { useTexts } from "../use-texts"

/** What an article's price is per, in short: "Day", "5% of the order". */
export function useArticleTerms(): (article: PackageArticleAnswer) => string {
  const { t } = useTexts("packages")
  const format = useFormat()
  return ({ unit, percent }) =>
    percent === null
      ? t(`article_units.${unit}`)
      : t("article.percent_of", { percent: format.rate(percent), of: t(`article_units.${unit}`) })
}
