import { Plus } from "@medusajs/icons"
import { Button, Input, Popover, Text } from "@medusajs/ui"
import { useId, useRef, useState } from "react"
import { useErrorWords } from "../../../lib/errors/use-error-words"
import { useTexts } from "../../../lib/use-texts"
import { useFound, type FoundPage, type Option } from "../../../lib/use-found"
import { PickerOptions } from "./picker-options"

export type { Option } from "../../../lib/use-found"

interface PickerProps<T extends Option> {
  label: string
  /** What the options are, so that their answers are kept apart from others'. */
  kind: string
  /** A page of what is found, from the nth on. */
  search: (q: string, offset: number) => Promise<FoundPage<T>>
  /** Ids of what is chosen already; it is not offered again. */
  chosen: readonly string[]
  onPick: (option: T) => void
  /** Where many can be taken at once: all that are shown. */
  onPickAll?: (options: T[]) => void
}

/**
 * A button that opens a search. What is found comes in pages; the arrow keys go through it, and it is taken with a click or
 * with Enter, one after another: the focus stays in the search.
 */
export function Picker<T extends Option>({ label, kind, search, chosen, onPick, onPickAll }: PickerProps<T>) {
  const { t } = useTexts("ui")
  const id = useId()
  const inWords = useErrorWords()
  const input = useRef<HTMLInputElement>(null)
  const [open, setOpen] = useState(false)
  const [q, setQ] = useState("")
  const [active, setActive] = useState(0)
  const found = useFound({ kind, search, q, enabled: open })
  const offered = found.options.filter((option) => !chosen.includes(option.id))
  const at = Math.min(active, offered.length - 1)
  const current = offered[at]
  const note = found.isError
    ? inWords(found.error)
    : found.isPending
      ? t("common.loading")
      : offered.length === 0 && !found.hasMore
        ? t("table.none_match")
        : null

  const pick = (option: T) => {
    onPick(option)
    input.current?.focus()
  }
  const moveTo = (place: number) => {
    if (place >= offered.length && found.hasMore) {
      found.more()
    }
    setActive(Math.max(0, Math.min(place, offered.length - 1)))
  }
  const onKey = (key: string): boolean => {
    switch (key) {
      case "ArrowDown":
        moveTo(at + 1)
        return true
      case "ArrowUp":
        moveTo(at - 1)
        return true
      case "Enter":
        // Enter would also send the form that the picker stands in.
        if (current) {
          pick(current)
        }
        return true
      default:
        return false
    }
  }

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
            ref={input}
            size="small"
            type="search"
            role="combobox"
            aria-expanded
            aria-controls={id}
            aria-activedescendant={current && `${id}-${current.id}`}
            value={q}
            placeholder={t("table.search")}
            aria-label={t("picker.search", { what: label })}
            onChange={(event) => {
              setQ(event.target.value)
              setActive(0)
            }}
            onKeyDown={(event) => {
              if (onKey(event.key)) {
                event.preventDefault()
              }
            }}
          />
        </div>
        <PickerOptions id={id} label={label} options={offered} activeId={current?.id ?? null} onPick={pick} />
        {note && (
          <Text size="small" className="text-ui-fg-subtle px-3 pb-3" role="status">
            {note}
          </Text>
        )}
        {!note && (
          <div className="flex flex-wrap items-center justify-between gap-2 border-t px-3 py-2">
            <Text size="xsmall" className="text-ui-fg-subtle" role="status">
              {t("picker.shown", { shown: found.options.length, count: found.count })}
            </Text>
            <div className="flex gap-2">
              {found.hasMore && (
                <Button
                  type="button"
                  size="small"
                  variant="transparent"
                  isLoading={found.isLoadingMore}
                  onClick={() => found.more()}
                >
                  {t("picker.more")}
                </Button>
              )}
              {onPickAll && offered.length > 1 && (
                <Button
                  type="button"
                  size="small"
                  variant="transparent"
                  onClick={() => {
                    onPickAll(offered)
                    input.current?.focus()
                  }}
                >
                  {t("picker.all", { count: offered.length })}
                </Button>
              )}
            </div>
          </div>
        )}
      </Popover.Content>
    </Popover>
  )
}
