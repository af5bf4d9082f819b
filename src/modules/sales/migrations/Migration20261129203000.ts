import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const TIMES = `"created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(),
      "deleted_at" timestamptz null`
/** What figures are told apart by: all that a list filters by, but for words, people and orders. */
const CELL = "currency_code, status, payment_status, types, is_effective"
const cellOf = (row: string): string =>
  CELL.split(", ")
    .map((column) => `${row}.${column}`)
    .join(", ")
const KEY = `day, ${CELL}`
const COLUMNS = `"day" text not null, "currency_code" text not null, "status" text not null, "payment_status" text not null,
      "types" text[] not null, "is_effective" boolean not null, "sales" bigint not null, "sold" numeric not null,
      "refunded" numeric not null`
const SOLD = "greatest(e.amount, 0)"
const REFUNDED = "greatest(-e.amount, 0)"
const IS_MOVED = `o.id = n.id and (o.sold_on, ${cellOf("o")}) is distinct from (n.sold_on, ${cellOf("n")})`

/**
 * What sales come to by day, kept by the transaction that writes a sale or an event: writers add rows and wait for nobody;
 * a job adds these up. And a search by the beginnings of words, which needs no extension.
 */
export class Migration20261129203000 extends Migration {
  override async up(): Promise<void> {
    this.tables()
    this.functions()
    this.triggers()
    this.search()
    this.addSql(`create index if not exists "IDX_sales_event_of_sale" on "sales_event" (sale_id)
      include (counted_on, amount) where (amount is not null);`)
    this.addSql(`insert into sales_figure (${KEY}, sales, sold, refunded)
      select ${KEY}, sum(sales), sum(sold), sum(refunded) from sales_recount() group by ${KEY};`)
  }

  override async down(): Promise<void> {
    for (const [table, trigger] of [
      ["sale", "counted"],
      ["sale", "moved"],
      ["event", "counted"],
    ]) {
      this.addSql(`drop trigger if exists "sales_${table}_${trigger}" on "sales_${table}";`)
    }
    for (const name of ["count_sales", "move_sales", "count_events", "recount"]) {
      this.addSql(`drop function if exists sales_${name}();`)
    }
    this.addSql(`drop table if exists "sales_figure_change" cascade;`)
    this.addSql(`drop table if exists "sales_figure" cascade;`)
    this.addSql(`drop index if exists "IDX_sales_event_of_sale";`)
  }

  private tables(): void {
    this.addSql(`create table if not exists "sales_figure" (${COLUMNS}, ${TIMES},
      constraint "sales_figure_pkey" primary key (${KEY}));`)
    this.addSql(`create index if not exists "IDX_sales_figure_empty" on "sales_figure" (day)
      where ((sales = 0) and (sold = 0) and (refunded = 0));`)
    this.addSql(`create table if not exists "sales_figure_change" (
      "id" bigint generated always as identity, ${COLUMNS}, ${TIMES},
      constraint "sales_figure_change_pkey" primary key (id));`)
  }

  private functions(): void {
    this.addSql(`create or replace function sales_recount() returns table (day text, currency_code text, status text,
      payment_status text, types text[], is_effective boolean, sales bigint, sold numeric, refunded numeric)
      language sql stable as $$
        select s.sold_on, ${cellOf("s")}, count(*), 0, 0 from sales_sale s group by s.sold_on, ${cellOf("s")}
        union all
        select e.counted_on, ${cellOf("s")}, 0, sum(${SOLD}), sum(${REFUNDED})
        from sales_event e join sales_sale s on s.id = e.sale_id where e.amount is not null
        group by e.counted_on, ${cellOf("s")}
      $$;`)
    this.addSql(`create or replace function sales_count_sales() returns trigger language plpgsql as $$
      begin
        insert into sales_figure_change (${KEY}, sales, sold, refunded)
        select sold_on, ${CELL}, count(*), 0, 0 from added group by sold_on, ${CELL};
        return null;
      end $$;`)
    this.addSql(`create or replace function sales_count_events() returns trigger language plpgsql as $$
      begin
        if exists (select 1 from added where amount is not null) then
          insert into sales_figure_change (${KEY}, sales, sold, refunded)
          select e.counted_on, ${cellOf("s")}, 0, sum(${SOLD}), sum(${REFUNDED})
          from added e join sales_sale s on s.id = e.sale_id where e.amount is not null
          group by e.counted_on, ${cellOf("s")};
        end if;
        return null;
      end $$;`)
    this.addSql(`create or replace function sales_move_sales() returns trigger language plpgsql as $$
      begin
        if exists (select 1 from old_sales o join new_sales n on ${IS_MOVED}) then
          insert into sales_figure_change (${KEY}, sales, sold, refunded)
          select ${KEY}, sum(sales), sum(sold), sum(refunded) from (
            select o.sold_on as day, ${cellOf("o")}, -1 as sales, 0 as sold, 0 as refunded
              from old_sales o join new_sales n on ${IS_MOVED}
            union all select n.sold_on, ${cellOf("n")}, 1, 0, 0 from old_sales o join new_sales n on ${IS_MOVED}
            union all select e.counted_on, ${cellOf("o")}, 0, -${SOLD}, -${REFUNDED}
              from old_sales o join new_sales n on ${IS_MOVED} join sales_event e on e.sale_id = o.id and e.amount is not null
            union all select e.counted_on, ${cellOf("n")}, 0, ${SOLD}, ${REFUNDED}
              from old_sales o join new_sales n on ${IS_MOVED} join sales_event e on e.sale_id = n.id and e.amount is not null
          ) moved group by ${KEY} having sum(sales) <> 0 or sum(sold) <> 0 or sum(refunded) <> 0;
        end if;
        return null;
      end $$;`)
  }

  private triggers(): void {
    this.addSql(`create trigger "sales_sale_counted" after insert on "sales_sale" referencing new table as added
      for each statement execute function sales_count_sales();`)
    this.addSql(`create trigger "sales_sale_moved" after update on "sales_sale"
      referencing old table as old_sales new table as new_sales for each statement execute function sales_move_sales();`)
    this.addSql(`create trigger "sales_event_counted" after insert on "sales_event" referencing new table as added
      for each statement execute function sales_count_events();`)
  }

  /** Words are found by their beginnings; the page of a list by the days that the figures name. */
  private search(): void {
    for (const name of ["trigrams", "status", "payment", "types"]) {
      this.addSql(`drop index if exists "IDX_sales_sale_${name}";`)
    }
    this.addSql(`update sales_sale set search_prefixes = coalesce((
      select array_agg(distinct left(word, size)) from regexp_split_to_table(search_text, '[^[:alnum:]]+') word,
        generate_series(1, least(length(word), 12)) size where word <> ''), '{}');`)
  }
}
