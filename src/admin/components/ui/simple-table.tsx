import { Table } from "@medusajs/ui"
import type { ReactNode } from "react"

interface SimpleTableProps {
  heads: string[]
  children: ReactNode
}

/** A short table inside a section; it scrolls by itself where the screen is narrow. */
export function SimpleTable({ heads, children }: SimpleTableProps) {
  return (
    <div className="overflow-x-auto">
      <Table>
        <Table.Header>
          <Table.Row>
            {heads.map((head, column) => (
              <Table.HeaderCell key={column} className="whitespace-nowrap">
                {head}
              </Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Header>
        <Table.Body>{children}</Table.Body>
      </Table>
    </div>
  )
}
