import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Orders by quick-order links, and what every cart is asked about its customer's terms. */
export class Migration20261129191000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists "customers_quick_order" (
      "id" text not null, "link_id" text not null, "turn" integer not null, "attempt" integer not null default 0,
      "items" jsonb not null, "details" jsonb not null default '{}'::jsonb, "state" text not null default 'open',
      "placing_until" timestamptz null, "cart_id" text null, "order_id" text null, "placed_at" timestamptz null,
      "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(),
      "deleted_at" timestamptz null,
      constraint "customers_quick_order_pkey" primary key (id),
      constraint "customers_quick_order_turn_check" check ((turn >= 0) and (attempt >= 0)),
      constraint "customers_quick_order_items_check" check ((jsonb_typeof(items) = 'array') and
        (jsonb_array_length(items) <= 500)),
      constraint "customers_quick_order_state_check" check ((state in ('open', 'placing', 'placed')) and
        ((state = 'placing') = (placing_until is not null)) and ((state = 'placed') = (placed_at is not null)) and
        ((order_id is null) or (state = 'placed'))));`)
    this.addSql(`alter table "customers_quick_order" add constraint "customers_quick_order_link_id_foreign"
      foreign key (link_id) references customers_link(id) on update cascade on delete cascade;`)
    this.addSql(`create unique index if not exists "IDX_customers_quick_order_turn" on "customers_quick_order"
      (link_id, turn);`)
    for (const column of ["cart_id", "order_id"]) {
      this.addSql(`create unique index if not exists "IDX_customers_quick_order_${column}" on "customers_quick_order"
        (${column}) where (${column} is not null);`)
    }
    this.addSql(`create or replace function customers_refuse_placed_change() returns trigger language plpgsql as $$
      begin
        raise exception 'a quick order that was placed never changes' using errcode = 'restrict_violation';
      end $$;`)
    this.addSql(`create trigger "customers_quick_order_placed" before update on "customers_quick_order"
      for each row when (old.state = 'placed') execute function customers_refuse_placed_change();`)
    this.addSql(`create or replace function customers_cart_has_terms(asked_cart text) returns boolean
      language plpgsql stable set plan_cache_mode = force_generic_plan as $$
      begin
        return exists (select 1 from customers_quick_order where cart_id = asked_cart)
          or exists (select 1 from cart c join customers_customer m on m.customer_id = c.customer_id
            join customers_profile p on p.id = m.profile_id
            where c.id = asked_cart and p.discount_percent > 0 and p.deleted_at is null);
      end $$;`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop function if exists customers_cart_has_terms(text);`)
    this.addSql(`drop table if exists "customers_quick_order" cascade;`)
    this.addSql(`drop function if exists customers_refuse_placed_change();`)
  }
}
