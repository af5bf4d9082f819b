import { ArrowPath, ExclamationCircle } from "@medusajs/icons"
import { Button, Text } from "@medusajs/ui"
import { useErrorWords } from "../../lib/errors/use-error-words"
import { useTexts } from "../../lib/use-texts"

/** What went wrong, in the user's language, with a button to retry. */
export function ErrorPanel({ error, title, onRetry }: { error: unknown; title?: string; onRetry?: () => void }) {
  const { t } = useTexts("ui")
  const inWords = useErrorWords()
  return (
    <div role="alert" className="flex flex-col items-center gap-y-3 px-6 py-8 text-center">
      <ExclamationCircle className="text-ui-fg-error" />
      <div>
        <Text size="small" weight="plus">
          {title ?? t("common.could_not_load")}
        </Text>
        <Text size="small" className="text-ui-fg-subtle break-words">
          {inWords(error)}
        </Text>
      </div>
      {onRetry && (
        <Button size="small" variant="secondary" onClick={onRetry}>
          <ArrowPath />
          {t("common.try_again")}
        </Button>
      )}
    </div>
  )
}
