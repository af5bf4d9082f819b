import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What every pass of a cart asks of packages, as functions: the database keeps their plans. */
export class Migration20261129160000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create or replace function packages_has_package(asked_products text[]) returns boolean
      language plpgsql stable set plan_cache_mode = force_generic_plan as $$
      begin
        return exists (select 1 from packages_package where product_id = any(asked_products) and deleted_at is null)
          or exists (select 1 from packages_article where product_id = any(asked_products)
            and unit in ('percent_of_order', 'percent_of_group') and deleted_at is null);
      end $$;`)
    this.addSql(`create or replace function packages_needs_stock_guard(asked_cart text) returns boolean
      language plpgsql stable set plan_cache_mode = force_generic_plan as $$
      begin
        return exists (select 1 from (
            select kit.inventory_item_id, count(*) as lines
            from cart_line_item line
            join product_variant_inventory_item kit on kit.variant_id = line.variant_id and kit.deleted_at is null
            where line.cart_id = asked_cart and line.deleted_at is null
            group by kit.inventory_item_id) needed
          where needed.lines > 1
            or exists (select 1 from packages_booking booking
              where booking.inventory_item_id = needed.inventory_item_id and booking.state <> 'released')
            or exists (select 1 from product_variant_inventory_item kit
              where kit.inventory_item_id = needed.inventory_item_id and kit.deleted_at is null and (
                exists (select 1 from packages_entry entry where entry.variant_id = kit.variant_id)
                or exists (select 1 from packages_article article
                  where article.variant_id = kit.variant_id and article.unit in ('hour', 'day')))));
      end $$;`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop function if exists packages_needs_stock_guard(text);`)
    this.addSql(`drop function if exists packages_has_package(text[]);`)
  }
}
