import { Plus } from "@medusajs/icons"
import { Button, Input, Popover, Text } from "@medusajs/ui"
import { keepPreviousData, useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { errorMessage } from "../../../lib/error-message"
import { useTexts } from "../../../lib/use-texts"
import { queryKeys } from "../../../lib/query-keys"

export interface Option {
  id: string
  title: string
  hint?: string
}

interface PickerProps<T extends Option> {
  label: string
  /** What the options are, so that their answers are kept apart from others'. */
  kind: string
  search: (q: string) => Promise<T[]>
  /** Ids of what is chosen already; it is not offered again. */
  chosen: readonly string[]
  onPick: (option: T) => void
}

/** A button that opens a search; what is found is taken with a click or with Enter, one after another. */
export function Picker<T extends Option>({ label, kind, search, chosen, onPick }: PickerProps<T>) {
  const { t } = useTexts("ui")
  const [open, setOpen] = useState(false)
  const [q, setQ] = useState("")
  const found = useQuery({
    queryKey: [...queryKeys.targets, kind, q],
    queryFn: () => search(q),
    enabled: open,
    placeholderData: keepPreviousData,
  })
  const offered = (found.data ?? []).filter((option) => !chosen.includes(option.id))
  const note = found.isError
    ? errorMessage(found.error) || t("common.no_answer")
    : found.isPending
      ? t("common.loading")
      : offered.length === 0
        ? t("table.none_match")
        : null

  return (
    <Popover open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <Button type="button" size="small" variant="secondary">
          <Plus />
          {label}
        </Button>
      </Popover.Trigger>
      <Popover.Content align="start" collisionPadding={16} className="w-80 max-w-[calc(100vw-2rem)] p-0">
        <div className="p-2">
          <Input
            size="small"
            type="search"
            value={q}
            placeholder={t("table.search")}
            aria-label={t("picker.search", { what: label })}
            onChange={(event) => setQ(event.target.value)}
            onKeyDown={(event) => {
              // Enter here would send the form that the picker stands in.
              if (event.key === "Enter") {
                event.preventDefault()
              }
            }}
          />
        </div>
        <ul aria-label={label} className="max-h-64 overflow-y-auto px-1 pb-1">
          {offered.map((option) => (
            <li key={option.id}>
              <button
                type="button"
                className="hover:bg-ui-bg-component-hover focus-visible:bg-ui-bg-component-hover flex w-full flex-col rounded-md px-2 py-1.5 text-left outline-none"
                onClick={() => onPick(option)}
              >
                <span className="txt-compact-small text-ui-fg-base break-words">{option.title}</span>
                {option.hint && <span className="txt-compact-xsmall text-ui-fg-subtle">{option.hint}</span>}
              </button>
            </li>
          ))}
        </ul>
        {note && (
          <Text size="small" className="text-ui-fg-subtle px-3 pb-3" role="status">
            {note}
          </Text>
        )}
      </Popover.Content>
    </Popover>
  )
}
