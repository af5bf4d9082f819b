import type { DataTableFilteringState, DataTablePaginationState, DataTableSortingState } from "@medusajs/ui"
import { useSearchParams } from "react-router-dom"

export const PAGE_SIZE = 20

/** A filter that was added and has no choice yet is an empty list: it stays on screen and asks for nothing. */
function readChoices(text: string | null): string[] | undefined {
  if (text === null) {
    return undefined
  }
  return text === "" ? [] : text.split(",")
}

const writeChoices = (value: unknown): string =>
  Array.isArray(value) ? value.join(",") : typeof value === "string" ? value : ""

/**
 * Search, filters, order and page of a table, kept in the address so that a list can be linked to and gone back to.
 * A filter of type "radio" is named among those of a single choice: its value is a text, and not a list.
 */
export function useTableState(filterIds: readonly string[] = [], singleIds: readonly string[] = []) {
  const [params, setParams] = useSearchParams()
  const order = params.get("order")
  const q = params.get("q") ?? ""
  const offset = Math.max(0, Number(params.get("offset")) || 0)

  const filtering: Record<string, string | string[]> = {}
  for (const id of filterIds) {
    const text = params.get(id)
    const choices = singleIds.includes(id) ? text : readChoices(text)
    if (choices !== null && choices !== undefined) {
      filtering[id] = choices
    }
  }
  const chosen = Object.fromEntries(Object.entries(filtering).filter(([, choices]) => choices.length > 0))

  const write = (change: (next: URLSearchParams) => void, keepPage = false) =>
    setParams(
      (previous) => {
        const next = new URLSearchParams(previous)
        if (!keepPage) {
          next.delete("offset")
        }
        change(next)
        return next
      },
      { replace: true },
    )

  return {
    query: { limit: PAGE_SIZE, offset, ...(q && { q }), ...(order && { order }), ...chosen },
    search: {
      state: q,
      onSearchChange: (value: string) =>
        write((next) => (value ? next.set("q", value) : next.delete("q")), value === q),
    },
    filtering: {
      state: filtering,
      onFilteringChange: (state: DataTableFilteringState) =>
        write((next) => {
          for (const id of filterIds) {
            if (id in state) {
              next.set(id, writeChoices(state[id]))
            } else {
              next.delete(id)
            }
          }
        }),
    },
    sorting: {
      state: order ? { id: order.replace(/^-/, ""), desc: order.startsWith("-") } : null,
      onSortingChange: (state: DataTableSortingState | null) =>
        write((next) => (state ? next.set("order", `${state.desc ? "-" : ""}${state.id}`) : next.delete("order"))),
    },
    pagination: {
      state: { pageIndex: Math.floor(offset / PAGE_SIZE), pageSize: PAGE_SIZE },
      onPaginationChange: (state: DataTablePaginationState) =>
        write((next) => next.set("offset", String(state.pageIndex * state.pageSize)), true),
    },
  }
}
