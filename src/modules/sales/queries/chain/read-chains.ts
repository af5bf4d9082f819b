import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { ChainPosition, SaleToCheck, StoredSnapshot } from "../../../../rules/sales"
import { LINK_COLUMNS, type LinkRow } from "./chain-rows"

export interface ReadLink extends LinkRow {
  snapshot: StoredSnapshot | null
}

type JoinedRow = LinkRow & { s_schema: number | null; s_content: string | null; s_personal: string | null }

/** The next links of all chains, in the order of their ids and numbers, each with its snapshot. */
export async function readLinks(
  knex: Knex,
  { after, limit }: { after: Pick<ChainPosition, "sale_id" | "seq">; limit: number },
): Promise<ReadLink[]> {
  const { rows } = await knex.raw<{ rows: JoinedRow[] }>(
    `select ${LINK_COLUMNS.map((column) => `e.${column}`).join(", ")}, s.schema as s_schema, s.content as s_content,
       s.personal as s_personal
     from (select * from sales_event where (sale_id, seq) > (?, ?) order by sale_id, seq limit ?) e
     left join lateral (select schema, content, personal from sales_snapshot
       where sale_id = e.sale_id and number = e.snapshot_number limit 1) s on true
     order by e.sale_id, e.seq`,
    [after.sale_id, after.seq, limit],
  )
  return rows.map(({ s_schema, s_content, s_personal, ...link }) => ({
    ...link,
    snapshot:
      s_schema === null || s_content === null || link.snapshot_number === null
        ? null
        : {
            sale_id: link.sale_id,
            number: link.snapshot_number,
            schema: s_schema,
            content: s_content,
            personal: s_personal,
          },
  }))
}

/** A head, with what the sale itself says; null: the sale's own row is gone. */
export interface ReadHead extends ChainPosition {
  sale: SaleToCheck | null
}

type HeadRow = ChainPosition & { [Column in keyof SaleToCheck]: SaleToCheck[Column] | null }

/** The next heads, in the order of their ids, and with them sales that have none: their number is 0. */
export async function readHeads(knex: Knex, { after, limit }: { after: string; limit: number }): Promise<ReadHead[]> {
  const { rows } = await knex.raw<{ rows: HeadRow[] }>(
    `select coalesce(h.sale_id, s.id) as sale_id, coalesce(h.seq, 0) as seq, coalesce(h.hash, '') as hash, s.order_id,
       s.status, s.is_effective, s.currency_code, s.sold_on, s.total::text, s.received::text, s.refunded::text
     from (select sale_id, seq, hash from sales_head where sale_id > ? order by sale_id limit ?) h
     full join (select * from sales_sale where id > ? order by id limit ?) s on s.id = h.sale_id
     order by 1 limit ?`,
    [after, limit, after, limit, limit],
  )
  return rows.map(({ sale_id, seq, hash, order_id, ...said }) => ({
    ...{ sale_id, seq, hash },
    sale: order_id === null ? null : ({ order_id, ...said } as SaleToCheck),
  }))
}

/** The links among these positions that stand in the database with another hash, or not at all. */
export async function findDiffering(knex: Knex, positions: readonly ChainPosition[]): Promise<ChainPosition[]> {
  if (!positions.length) {
    return []
  }
  const { rows } = await knex.raw<{ rows: ChainPosition[] }>(
    `select p.sale_id, p.seq, p.hash from unnest(?::text[], ?::integer[], ?::text[]) as p (sale_id, seq, hash)
     left join sales_event e on e.sale_id = p.sale_id collate "C" and e.seq = p.seq
     where e.hash is distinct from p.hash order by p.sale_id collate "C"`,
    [positions.map(({ sale_id }) => sale_id), positions.map(({ seq }) => seq), positions.map(({ hash }) => hash)],
  )
  return rows
}
