import {
  Container,
  DataTable,
  Heading,
  Text,
  useDataTable,
  type DataTableCommand,
  type DataTableEmptyStateProps,
  type DataTableFilter,
  type DataTableRowSelectionState,
} from "@medusajs/ui"
import type { ReactNode } from "react"
import { useNavigate } from "react-router-dom"
import { useTexts } from "../../lib/use-texts"
import type { useTableState } from "../../lib/use-table-state"
import { EmptyNote } from "./empty-note"
import { ErrorPanel } from "./error-panel"

type DataTableOptions<T> = Parameters<typeof useDataTable<T>>[0]

interface ListTableProps<T> {
  title: string
  hint?: string
  actions?: ReactNode
  rows: T[] | undefined
  count: number | undefined
  query: { isPending: boolean; isError: boolean; error: unknown; refetch: () => unknown }
  columns: DataTableOptions<T>["columns"]
  filters?: DataTableFilter[]
  state: ReturnType<typeof useTableState>
  searchable?: boolean
  hrefOf?: (row: T) => string
  /** What can be done with the rows that are ticked. */
  selection?: {
    state: DataTableRowSelectionState
    onChange: (state: DataTableRowSelectionState) => void
    commands: DataTableCommand[]
  }
  empty: DataTableEmptyStateProps
  /** What puts the first row here: a button below the words of the empty list. */
  emptyAction?: ReactNode
}

/** A whole list page: heading, search, filters, order, rows, pages, and what to say when there is nothing. */
export function ListTable<T extends { id: string }>(props: ListTableProps<T>) {
  const { t } = useTexts("ui")
  const navigate = useNavigate()
  const {
    title,
    hint,
    actions,
    rows,
    count,
    query,
    columns,
    filters,
    state,
    searchable = true,
    hrefOf,
    selection,
    empty,
    emptyAction,
  } = props
  const sortable = columns.some((column) => column.enableSorting)
  const instance = useDataTable<T>({
    data: rows ?? [],
    columns,
    filters,
    rowCount: count ?? 0,
    getRowId: (row) => row.id,
    isLoading: query.isPending,
    search: searchable ? state.search : undefined,
    filtering: filters ? state.filtering : undefined,
    sorting: sortable ? state.sorting : undefined,
    pagination: state.pagination,
    autoResetPageIndex: false,
    commands: selection?.commands,
    rowSelection: selection && { state: selection.state, onRowSelectionChange: selection.onChange },
    onRowClick: hrefOf && ((_event, row) => navigate(hrefOf(row))),
  })

  return (
    <Container className="p-0">
      <DataTable instance={instance}>
        <DataTable.Toolbar
          className="flex flex-col items-start gap-2 md:flex-row md:items-center md:justify-between"
          translations={{ clearAll: t("table.clear_all"), sort: t("table.sort") }}
        >
          <div className="min-w-0">
            <Heading level="h1">{title}</Heading>
            {hint && (
              <Text size="small" className="text-ui-fg-subtle">
                {hint}
              </Text>
            )}
          </div>
          <div className="flex w-full flex-wrap items-center gap-2 md:w-auto md:justify-end">
            {searchable && <DataTable.Search placeholder={t("table.search")} className="flex-1 md:flex-none" />}
            {filters && <DataTable.FilterMenu tooltip={t("table.filter")} />}
            {sortable && <DataTable.SortingMenu tooltip={t("table.sort")} />}
            {actions}
          </div>
        </DataTable.Toolbar>
        {query.isError && !rows ? (
          <ErrorPanel error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <>
            <DataTable.Table emptyState={withAction(empty, emptyAction)} />
            <DataTable.Pagination
              translations={{
                of: t("table.of"),
                results: t("table.results"),
                pages: t("table.pages"),
                prev: t("table.prev"),
                next: t("table.next"),
              }}
            />
          </>
        )}
        {selection && <DataTable.CommandBar selectedLabel={(count) => `${count} ${t("table.selected")}`} />}
      </DataTable>
    </Container>
  )
}

/** The words of an empty list with its button; a list that filters left empty has its filters above. */
function withAction(empty: DataTableEmptyStateProps, action: ReactNode): DataTableEmptyStateProps {
  if (!action || !empty.empty) {
    return empty
  }
  const { heading = "", description } = empty.empty
  return {
    ...empty,
    empty: {
      custom: (
        <EmptyNote title={heading} hint={description}>
          {action}
        </EmptyNote>
      ),
    },
  }
}
