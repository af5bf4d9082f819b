import type { ImportCells, ImportColumn } from "../import-columns"

/** How the export of another system is read. */
export interface ImportFormat {
  /** Its headers, as `headerKey` writes them, and the columns that they mean. The first that says something counts. */
  headers: Readonly<Record<string, ImportColumn>>
  /** What one of its cells says of several columns, or of none. */
  cells?: (cellOf: (header: string) => string) => ReadCells
  /** Whether a header that means nothing is a mistake, and not one of the many that a subscription does not need. */
  isStrict?: boolean
}

/** What further cells say, or why the row cannot be moved. */
export type ReadCells = { ok: true; cells: ImportCells } | { ok: false; column: ImportColumn | "row"; reason: string }
