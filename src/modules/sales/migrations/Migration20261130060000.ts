import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const guard = (
  more: string,
): string => `create or replace function sales_guard_head() returns trigger language plpgsql as $$
      begin
        if new.sale_id <> old.sale_id or new.seq < old.seq or (new.seq = old.seq and new.hash <> old.hash)${more} then
          raise exception 'the head of a chain goes forward only' using errcode = 'restrict_violation';
        end if;
        return new;
      end $$;`

/**
 * A checkpoint marks no heads any more: it compares them with what checkpoints have kept. The first one over a million heads
 * writes half as much, and an event that is appended moves no index entry of its head.
 */
export class Migration20261130060000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(guard(""))
    this.addSql(`drop index if exists "IDX_sales_head_changed";`)
    this.addSql(`alter table "sales_head" drop column if exists "checkpoint_seq";`)
    this.addSql(`alter table "sales_head" drop constraint if exists "sales_head_seq_check";`)
    this.addSql(`alter table "sales_head" add constraint "sales_head_seq_check" check (seq >= 0);`)
  }

  override async down(): Promise<void> {
    this.addSql(`alter table "sales_head" add column if not exists "checkpoint_seq" integer not null default 0;`)
    this.addSql(`alter table "sales_head" disable trigger "sales_head_forward";`)
    this.addSql(`update "sales_head" h set checkpoint_seq = c.seq from (
      select sale_id, max(seq) as seq from "sales_checkpoint_head" group by sale_id) c where c.sale_id = h.sale_id;`)
    this.addSql(`alter table "sales_head" enable trigger "sales_head_forward";`)
    this.addSql(`alter table "sales_head" drop constraint if exists "sales_head_seq_check";`)
    this.addSql(`alter table "sales_head" add constraint "sales_head_seq_check"
      check ((seq >= 0) and (checkpoint_seq >= 0));`)
    this.addSql(`create index if not exists "IDX_sales_head_changed" on "sales_head" (sale_id)
      where (seq <> checkpoint_seq);`)
    this.addSql(
      guard(`
          or new.checkpoint_seq < old.checkpoint_seq or new.checkpoint_seq > new.seq`),
    )
  }
}
