import { Bookmarks, Trash } from "@medusajs/icons"
import { Button, IconButton, Input, Popover, Text } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import type { SavedFilterAnswer } from "../../../../contracts/customers/saved-filters"
import type { ProfileFilters } from "../../../lib/customers/use-profile-filters"
import { queryKeys } from "../../../lib/query-keys"
import { sdk } from "../../../lib/sdk"
import { useChange } from "../../../lib/use-change"
import { useTexts } from "../../../lib/use-texts"
import { Loaded } from "../../ui/loaded"

interface SavedFiltersProps {
  filters: ProfileFilters
  onApply: (filters: ProfileFilters) => void
}

const PATH = "/admin/crm/filters"

/** What a user searches for again and again, under names of their own. */
export function SavedFilters({ filters, onApply }: SavedFiltersProps) {
  const { t } = useTexts("customers")
  const [open, setOpen] = useState(false)
  const query = useQuery({
    queryKey: queryKeys.savedFilters,
    queryFn: () => sdk.client.fetch<{ filters: SavedFilterAnswer[] }>(PATH),
    enabled: open,
  })
  const remove = useChange({
    change: (id: string) => sdk.client.fetch(`${PATH}/${id}`, { method: "DELETE" }),
    done: t("saved_filters.deleted"),
  })
  const apply = (chosen: ProfileFilters) => {
    onApply(chosen)
    setOpen(false)
  }
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <Button size="small" variant="secondary">
          <Bookmarks />
          {t("saved_filters.title")}
        </Button>
      </Popover.Trigger>
      <Popover.Content align="end" collisionPadding={16} className="w-80 max-w-[calc(100vw-2rem)] p-0">
        <Loaded query={query} rows={2}>
          {(answer) =>
            answer.filters.length === 0 ? (
              <Text size="small" className="text-ui-fg-subtle px-3 py-3">
                {t("saved_filters.empty")}
              </Text>
            ) : (
              <ul className="max-h-64 overflow-y-auto p-1">
                {answer.filters.map((filter) => (
                  <li key={filter.id} className="flex items-center justify-between gap-x-2">
                    <button
                      type="button"
                      onClick={() => apply(filter.query)}
                      className="txt-compact-small hover:bg-ui-bg-component-hover focus-visible:shadow-borders-focus min-w-0 flex-1 truncate rounded-md px-2 py-1.5 text-left outline-none"
                    >
                      {filter.name}
                    </button>
                    <IconButton
                      size="small"
                      variant="transparent"
                      aria-label={t("saved_filters.delete", { name: filter.name })}
                      onClick={() => remove.mutate(filter.id)}
                    >
                      <Trash />
                    </IconButton>
                  </li>
                ))}
              </ul>
            )
          }
        </Loaded>
        <SaveFilterForm filters={filters} />
      </Popover.Content>
    </Popover>
  )
}

function SaveFilterForm({ filters }: { filters: ProfileFilters }) {
  const { t } = useTexts("customers")
  const [name, setName] = useState("")
  const save = useChange({
    change: (given: string) => sdk.client.fetch(PATH, { method: "POST", body: { name: given, query: filters } }),
    done: t("saved_filters.saved"),
    onDone: () => setName(""),
  })
  return (
    <form
      className="flex items-center gap-2 border-t p-2"
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate(name.trim())
      }}
    >
      <div className="min-w-0 flex-1">
        <Input
          size="small"
          maxLength={60}
          aria-label={t("saved_filters.name")}
          placeholder={t("saved_filters.name")}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </div>
      <Button size="small" variant="secondary" type="submit" disabled={name.trim() === ""} isLoading={save.isPending}>
        {t("saved_filters.save")}
      </Button>
    </form>
  )
}
