import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What carts and placed orders of plain goods ask of billing, as functions: the database keeps their plans. */
export class Migration20261129160001 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create or replace function billing_has_offer(asked_products text[]) returns boolean
      language plpgsql stable set plan_cache_mode = force_generic_plan as $$
      begin
        return exists (select 1 from billing_offer where product_id = any(asked_products) and deleted_at is null);
      end $$;`)
    this.addSql(`create or replace function billing_products_of_cycles(asked_variants text[])
      returns table(variant_id text, product_id text) language plpgsql stable
      set plan_cache_mode = force_generic_plan as $$
      #variable_conflict use_column
      begin
        return query select cycle.variant_id, offer.product_id from billing_cycle cycle
          join billing_offer offer on offer.id = cycle.offer_id and offer.deleted_at is null
          where cycle.variant_id = any(asked_variants) and cycle.deleted_at is null;
      end $$;`)
    this.addSql(`create or replace function billing_has_cycles(asked_order text) returns boolean
      language plpgsql stable set plan_cache_mode = force_generic_plan as $$
      begin
        return exists (select 1 from order_item item
          join order_line_item line on line.id = item.item_id
          join billing_cycle cycle on cycle.variant_id = line.variant_id and cycle.deleted_at is null
          where item.order_id = asked_order and item.deleted_at is null);
      end $$;`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop function if exists billing_has_cycles(text);`)
    this.addSql(`drop function if exists billing_products_of_cycles(text[]);`)
    this.addSql(`drop function if exists billing_has_offer(text[]);`)
  }
}
