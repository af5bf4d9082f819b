import { Text } from "@medusajs/ui"
import type { BreakdownAnswer } from "../../../../contracts/packages/breakdown"
import { useErrorWords } from "../../../lib/errors/use-error-words"
import { useTexts } from "../../../lib/use-texts"
import { ProblemNotes } from "../../ui/forms/problem-notes"
import { LoadingRows } from "../../ui/loading-rows"
import { BreakdownRows } from "../breakdown/breakdown-rows"

interface BreakdownPriceProps {
  query: { data: BreakdownAnswer | undefined; error: unknown; isError: boolean }
}

/** What a package costs by what is typed beside it, or why it has no price. */
export function BreakdownPrice({ query: { data, error, isError } }: BreakdownPriceProps) {
  const { t } = useTexts("packages")
  const toWords = useErrorWords()
  if (isError) {
    return (
      <div className="flex flex-col gap-y-1 px-6 py-4" role="status">
        <Text size="small" className="text-ui-fg-subtle">
          {t("breakdown.none")}
        </Text>
        <ProblemNotes reasons={[toWords(error)]} />
      </div>
    )
  }
  if (!data) {
    return <LoadingRows rows={4} />
  }
  if (data.total === null) {
    const names = [...new Set(data.missing.map(({ title }) => title ?? t("product_gone")))].join(", ")
    return (
      <div className="px-6 py-4" role="status">
        <ProblemNotes reasons={[t("breakdown.missing", { names, currency: data.currency_code.toUpperCase() })]} />
      </div>
    )
  }
  return <BreakdownRows breakdown={data} total={data.total} />
}
