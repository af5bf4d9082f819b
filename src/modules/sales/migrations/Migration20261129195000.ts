import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const TIMES = `"created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(),
      "deleted_at" timestamptz null`
const STATUSES = "('created', 'processing', 'interrupted', 'finalized', 'closed', 'canceled', 'stopped')"
const PAYMENTS = "('not_paid', 'authorized', 'partially_paid', 'paid', 'partially_refunded', 'refunded')"
const DATE = "'^[0-9]{4}-[0-9]{2}-[0-9]{2}$'"
const HASH = "'^[0-9a-f]{64}$'"
/** Ids sort byte by byte, as the verifier sorts them, whatever the database's collation. */
const SALE_ID = `"sale_id" text collate "C" not null`

/** The sales room's tables, with the guards that no code can go around. */
export class Migration20261129195000 extends Migration {
  override async up(): Promise<void> {
    this.sales()
    this.people()
    this.chains()
    this.checkpoints()
    this.guards()
  }

  override async down(): Promise<void> {
    for (const table of ["checkpoint_head", "checkpoint", "event", "snapshot", "head", "person", "sale"]) {
      this.addSql(`drop table if exists "sales_${table}" cascade;`)
    }
    this.addSql(`drop function if exists sales_refuse_change();`)
    this.addSql(`drop function if exists sales_guard_head();`)
    this.addSql(`drop function if exists sales_guard_person();`)
  }

  private sales(): void {
    this.addSql(`create table if not exists "sales_sale" (
      "id" text collate "C" not null, "order_id" text not null, "display_id" integer null, "customer_id" text null,
      "person_ids" text[] not null default '{}', "status" text not null, "payment_status" text not null,
      "is_effective" boolean not null, "types" text[] not null default '{}', "currency_code" text not null,
      "total" numeric not null, "received" numeric not null default 0, "refunded" numeric not null default 0,
      "sold_on" text not null, "sold_at" timestamptz not null, "next_on" text null,
      "search_text" text not null default '', "search_prefixes" text[] not null default '{}', ${TIMES},
      constraint "sales_sale_pkey" primary key (id),
      constraint "sales_sale_status_check" check (status in ${STATUSES}),
      constraint "sales_sale_payment_check" check (payment_status in ${PAYMENTS}),
      constraint "sales_sale_sold_on_check" check (sold_on ~ ${DATE}),
      constraint "sales_sale_next_on_check" check (next_on ~ ${DATE}),
      constraint "sales_sale_money_check" check ((received >= 0) and (refunded >= 0)));`)
    this.addSql(`create unique index if not exists "IDX_sales_sale_order_id" on "sales_sale" (order_id);`)
    this.addSql(`create index if not exists "IDX_sales_sale_listed" on "sales_sale" (sold_at, id);`)
    this.addSql(`create index if not exists "IDX_sales_sale_sold_on" on "sales_sale" (sold_on, sold_at, id);`)
    this.addSql(`create index if not exists "IDX_sales_sale_status" on "sales_sale" (status, sold_at, id);`)
    this.addSql(`create index if not exists "IDX_sales_sale_payment" on "sales_sale" (payment_status, sold_at, id);`)
    this.addSql(`create index if not exists "IDX_sales_sale_customer_id" on "sales_sale" (customer_id, sold_at, id);`)
    this.addSql(`create index if not exists "IDX_sales_sale_display_id" on "sales_sale" (display_id);`)
    this.addSql(`create index if not exists "IDX_sales_sale_next_on" on "sales_sale" (next_on, id)
      where (next_on is not null);`)
    for (const column of ["types", "person_ids", "search_prefixes"]) {
      this.addSql(`create index if not exists "IDX_sales_sale_${column}" on "sales_sale" using gin (${column});`)
    }
    this.addSql(`do $$
      begin
        begin
          create extension if not exists pg_trgm;
        exception when others then
          raise notice 'pg_trgm is not to be had: the search of sales reads all of them';
        end;
        if exists (select 1 from pg_extension where extname = 'pg_trgm') then
          create index if not exists "IDX_sales_sale_trigrams" on "sales_sale" using gin (search_text gin_trgm_ops);
        end if;
      end $$;`)
  }

  private people(): void {
    this.addSql(`create table if not exists "sales_person" (
      "id" text not null, "customer_ref" text not null, "wrapped_key" text null, "wrapped_by" text not null,
      "erased_at" timestamptz null, "erased_by" text null, ${TIMES},
      constraint "sales_person_pkey" primary key (id),
      constraint "sales_person_erased_check" check ((wrapped_key is null) = (erased_at is not null)));`)
    this.addSql(`create unique index if not exists "IDX_sales_person_customer_ref" on "sales_person" (customer_ref)
      where (erased_at is null);`)
  }

  private chains(): void {
    this.addSql(`create table if not exists "sales_head" (
      ${SALE_ID}, "seq" integer not null, "hash" text not null, "checkpoint_seq" integer not null default 0, ${TIMES},
      constraint "sales_head_pkey" primary key (sale_id),
      constraint "sales_head_hash_check" check (hash ~ ${HASH}),
      constraint "sales_head_seq_check" check ((seq >= 0) and (checkpoint_seq >= 0)));`)
    this.addSql(`create index if not exists "IDX_sales_head_changed" on "sales_head" (sale_id)
      where (seq <> checkpoint_seq);`)
    this.addSql(`create table if not exists "sales_snapshot" (
      "id" text not null, ${SALE_ID}, "number" integer not null, "schema" integer not null, "content" text not null,
      "personal" text null, ${TIMES},
      constraint "sales_snapshot_pkey" primary key (id));`)
    this.addSql(`create unique index if not exists "IDX_sales_snapshot_number" on "sales_snapshot" (sale_id, number);`)
    this.addSql(`create table if not exists "sales_event" (
      "id" text not null, ${SALE_ID}, "seq" integer not null, "kind" text not null, "occurred_at" text not null,
      "recorded_at" text not null, "actor" text not null, "from_status" text null, "to_status" text null,
      "reason" text null, "counted_on" text null, "amount" numeric null, "source" text not null, "content" text not null,
      "personal" text null, "snapshot_number" integer null, "snapshot_hash" text null, "previous_hash" text not null,
      "hash" text not null, ${TIMES},
      constraint "sales_event_pkey" primary key (id),
      constraint "sales_event_seq_check" check (seq > 0),
      constraint "sales_event_figure_check" check ((counted_on is null) = (amount is null)),
      constraint "sales_event_counted_on_check" check (counted_on ~ ${DATE}),
      constraint "sales_event_hash_check" check ((hash ~ ${HASH}) and (previous_hash ~ ${HASH})),
      constraint "sales_event_status_check" check ((from_status in ${STATUSES}) and (to_status in ${STATUSES})));`)
    this.addSql(`create unique index if not exists "IDX_sales_event_seq" on "sales_event" (sale_id, seq);`)
    this.addSql(`create unique index if not exists "IDX_sales_event_source" on "sales_event" (sale_id, source);`)
    this.addSql(`create index if not exists "IDX_sales_event_figures" on "sales_event" (counted_on, sale_id)
      include (amount) where (amount is not null);`)
    this.addSql(`create index if not exists "IDX_sales_event_refunds" on "sales_event" (counted_on, sale_id)
      where (amount < 0);`)
    for (const table of ["event", "snapshot"]) {
      this.addSql(`alter table "sales_${table}" add constraint "sales_${table}_sale_id_foreign"
        foreign key (sale_id) references sales_head(sale_id) on update restrict on delete restrict;`)
    }
  }

  private checkpoints(): void {
    this.addSql(`create table if not exists "sales_checkpoint" (
      "id" text not null, "number" integer not null, "taken_at" text not null, "chains" integer not null,
      "events" bigint not null, "root" text not null, "previous_hash" text not null, "hash" text not null, ${TIMES},
      constraint "sales_checkpoint_pkey" primary key (id),
      constraint "sales_checkpoint_number_check" check (number > 0),
      constraint "sales_checkpoint_hash_check" check ((hash ~ ${HASH}) and (previous_hash ~ ${HASH}) and
        (root ~ ${HASH})));`)
    this.addSql(`create unique index if not exists "IDX_sales_checkpoint_number" on "sales_checkpoint" (number);`)
    this.addSql(`create table if not exists "sales_checkpoint_head" (
      "id" text not null, "number" integer not null, ${SALE_ID}, "seq" integer not null, "hash" text not null, ${TIMES},
      constraint "sales_checkpoint_head_pkey" primary key (id));`)
    this.addSql(`create unique index if not exists "IDX_sales_checkpoint_head_sale" on "sales_checkpoint_head"
      (sale_id, number) include (seq, hash);`)
  }

  private guards(): void {
    this.addSql(`create or replace function sales_refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception 'rows of % are never changed or deleted', tg_table_name using errcode = 'restrict_violation';
      end $$;`)
    for (const table of ["event", "snapshot", "checkpoint", "checkpoint_head"]) {
      this.addSql(`create trigger "sales_${table}_immutable" before update or delete on "sales_${table}"
        for each row execute function sales_refuse_change();`)
    }
    for (const table of ["sale", "head", "person"]) {
      this.addSql(`create trigger "sales_${table}_kept" before delete on "sales_${table}"
        for each row execute function sales_refuse_change();`)
    }
    for (const table of ["sale", "head", "person", "event", "snapshot", "checkpoint", "checkpoint_head"]) {
      this.addSql(`create trigger "sales_${table}_no_truncate" before truncate on "sales_${table}"
        for each statement execute function sales_refuse_change();`)
    }
    this.addSql(`create or replace function sales_guard_head() returns trigger language plpgsql as $$
      begin
        if new.sale_id <> old.sale_id or new.seq < old.seq or (new.seq = old.seq and new.hash <> old.hash)
          or new.checkpoint_seq < old.checkpoint_seq or new.checkpoint_seq > new.seq then
          raise exception 'the head of a chain goes forward only' using errcode = 'restrict_violation';
        end if;
        return new;
      end $$;`)
    this.addSql(`create trigger "sales_head_forward" before update on "sales_head"
      for each row execute function sales_guard_head();`)
    this.addSql(`create or replace function sales_guard_person() returns trigger language plpgsql as $$
      begin
        if old.erased_at is not null or new.id <> old.id or new.customer_ref <> old.customer_ref then
          raise exception 'an erased person stays erased' using errcode = 'restrict_violation';
        end if;
        return new;
      end $$;`)
    this.addSql(`create trigger "sales_person_erased" before update on "sales_person"
      for each row execute function sales_guard_person();`)
  }
}
