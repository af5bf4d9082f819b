import { Button, Text } from "@medusajs/ui"
import { useRef } from "react"
import { useTexts } from "../../../lib/use-texts"

interface ChooseFileProps {
  /** What was chosen; null: nothing yet. */
  name: string | null
  isPending: boolean
  /** Whether choosing is what comes next. */
  isNext: boolean
  onChoose: (file: File) => void
}

/** Chooses a CSV file; the same one again, too, after it was put right. */
export function ChooseFile({ name, isPending, isNext, onChoose }: ChooseFileProps) {
  const { t } = useTexts("ui")
  const input = useRef<HTMLInputElement>(null)
  return (
    <div className="flex flex-wrap items-center gap-3">
      <input
        ref={input}
        type="file"
        accept=".csv,.tsv,.txt,text/csv"
        className="sr-only"
        tabIndex={-1}
        aria-label={t("files.file")}
        onChange={(event) => {
          const [chosen] = event.target.files ?? []
          if (chosen) {
            onChoose(chosen)
          }
          event.target.value = ""
        }}
      />
      <Button
        size="small"
        variant={isNext ? "primary" : "secondary"}
        isLoading={isPending}
        onClick={() => input.current?.click()}
      >
        {t(name === null ? "files.choose" : "files.choose_other")}
      </Button>
      {name !== null && (
        <Text size="small" className="min-w-0 break-all">
          {name}
        </Text>
      )}
    </div>
  )
}
