import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Whether lines of an order have records, as a function: each placed order asks it, and the database keeps its plan. */
export class Migration20261129160100 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create or replace function service_core_order_has_records(asked_order text) returns boolean
      language plpgsql stable set plan_cache_mode = force_generic_plan as $$
      begin
        return exists (select 1 from service_core_line_record r where r.order_id = asked_order
            and r.order_id is not null and r.deleted_at is null)
          or exists (select 1 from service_core_line_record r where r.cart_id = asked_order and r.deleted_at is null)
          or exists (select 1 from order_cart l join service_core_line_record r on r.cart_id = l.cart_id
            where l.order_id = asked_order and l.deleted_at is null and r.deleted_at is null);
      end $$;`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop function if exists service_core_order_has_records(text);`)
  }
}
